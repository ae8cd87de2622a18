import { RoomEvent, type Room } from 'livekit-client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Room as RoomAnswer } from '../api/types';
import { changeIn, type RoomChange } from './metadata';

/** The room as the server told it at the door, then as its metadata tells everybody; and how to take over a change earlier. */
export function useRoomNow(room: Room, answer: RoomAnswer): [RoomAnswer, (change: RoomChange) => void] {
  const [change, setChange] = useState<RoomChange>({});
  const adopt = useCallback((next: RoomChange) => setChange((before) => ({ ...before, ...next })), []);
  useEffect(() => {
    const read = () => adopt(changeIn(room.metadata));
    room.on(RoomEvent.Connected, read).on(RoomEvent.RoomMetadataChanged, read);
    return () => void room.off(RoomEvent.Connected, read).off(RoomEvent.RoomMetadataChanged, read);
  }, [room, adopt]);
  return [useMemo(() => ({ ...answer, ...change }), [answer, change]), adopt];
}
