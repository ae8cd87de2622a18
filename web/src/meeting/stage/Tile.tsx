import {
  isTrackReference,
  useConnectionQualityIndicator,
  useIsMuted,
  useIsSpeaking,
  useParticipantInfo,
  VideoTrack,
  type TrackReferenceOrPlaceholder,
} from '@livekit/components-react';
import { ConnectionQuality, Track } from 'livekit-client';
import { MicOff, ScreenShare, WifiLow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { HandBadge } from '../hands/HandBadge';
import type { Tile as Place } from './layout';
import styles from './Stage.module.css';

interface Props {
  trackRef: TrackReferenceOrPlaceholder;
  place: Place;
}

/** One person, or the screen of one. */
export function Tile({ trackRef, place }: Props) {
  const { t } = useTranslation();
  const { participant, source } = trackRef;
  const info = useParticipantInfo({ participant });
  const isScreen = source === Track.Source.ScreenShare;
  const isSpeaking = useIsSpeaking(participant);
  const isMuted = useIsMuted({ participant, source: Track.Source.Microphone });
  const { quality } = useConnectionQualityIndicator({ participant });
  const isHidden = useIsMuted(trackRef);
  const hasPicture = isTrackReference(trackRef) && !isHidden;
  const name = info.name || info.identity || '';
  const shown = participant.isLocal ? t('stage.you', { name }) : name;
  const label = isScreen ? t('stage.screenOf', { name }) : shown;
  const isPoor = quality === ConnectionQuality.Poor || quality === ConnectionQuality.Lost;
  return (
    <figure
      className={styles.tile}
      style={{ width: place.width, height: place.height, transform: `translate(${place.x}px, ${place.y}px)` }}
      data-speaking={(isSpeaking && !isScreen) || undefined}
      data-screen={isScreen || undefined}
      data-local={participant.isLocal || undefined}
      aria-label={label}
    >
      {hasPicture ? (
        <VideoTrack key={trackRef.publication.trackSid} trackRef={trackRef} aria-hidden className={styles.video} />
      ) : (
        <span className={styles.person} style={{ '--avatar': `${avatarSize(place)}px` } as React.CSSProperties}>
          <Avatar name={name} color={participant.attributes.color} />
        </span>
      )}
      {!isScreen && <HandBadge participant={participant} />}
      <figcaption className={styles.caption}>
        {isScreen && <ScreenShare aria-hidden />}
        {!isScreen && isMuted && <MicOff aria-label={t('stage.muted')} role="img" />}
        <span className={styles.name}>{label}</span>
        {isPoor && <WifiLow aria-label={t('stage.poor')} role="img" />}
      </figcaption>
    </figure>
  );
}

function avatarSize({ width, height }: Place): number {
  return Math.round(Math.min(128, Math.max(36, Math.min(width, height) * 0.4)));
}
