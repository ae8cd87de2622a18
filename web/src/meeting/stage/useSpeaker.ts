import { useSpeakingParticipants, type TrackReferenceOrPlaceholder } from '@livekit/components-react';
import { useEffect, useState } from 'react';

/** The camera of whoever spoke last among the others; it stays until somebody else speaks. */
export function useSpeaker(cameras: TrackReferenceOrPlaceholder[]): TrackReferenceOrPlaceholder | undefined {
  const speaking = useSpeakingParticipants().find((participant) => !participant.isLocal)?.identity;
  const [last, setLast] = useState<string>();
  useEffect(() => {
    if (speaking) setLast(speaking);
  }, [speaking]);
  return cameras.find(({ participant }) => participant.identity === last) ?? cameras[0];
}
