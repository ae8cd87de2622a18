import { useRoomContext } from '@livekit/components-react';
import { RoomEvent, type RemoteParticipant } from 'livekit-client';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { WaitingPerson } from '../../api/types';
import { useMeeting } from '../MeetingContext';
import { readMessage } from '../messages';
import { useAnswers } from './useAnswers';
import { useKnockNotices } from './useKnockNotices';
import { WaitingLine } from './WaitingLine';

interface Lobby {
  /** Who waits to be let in, first come first; nobody for people who are no hosts. */
  readonly waiting: readonly WaitingPerson[];
  readonly answer: (person: WaitingPerson, isAllowed: boolean) => void;
  readonly admitAll: () => void;
}

const Context = createContext<Lobby>({ waiting: [], answer: () => undefined, admitAll: () => undefined });

export function useLobby(): Lobby {
  return useContext(Context);
}

/** Follows who waits at the door, for hosts, as long as the room has a door. */
export function LobbyProvider({ children }: { children: ReactNode }) {
  const { room, isHost } = useMeeting();
  const hasDoor = isHost && room.id !== null && room.access_level !== 'public';
  const { people, lookNow } = useLine(hasDoor ? room.id : null);
  const { isAnswered, answer, answerAll } = useAnswers(room.id ?? '', people, lookNow);
  const waiting = useMemo(() => people.filter(({ id }) => !isAnswered(id)), [people, isAnswered]);
  useKnockNotices(waiting);
  const lobby = useMemo(() => ({ waiting, answer, admitAll: () => answerAll(waiting) }), [waiting, answer, answerAll]);
  return <Context.Provider value={lobby}>{children}</Context.Provider>;
}

const nobody: readonly WaitingPerson[] = [];

function useLine(id: string | null) {
  const live = useRoomContext();
  const line = useRef<WaitingLine | null>(null);
  const [people, setPeople] = useState(nobody);
  useEffect(() => {
    if (id === null) return;
    const followed = new WaitingLine(id, (now) => setPeople((before) => inLine(before, now)));
    line.current = followed;
    void followed.run();
    return () => {
      followed.stop();
      line.current = null;
      setPeople(nobody);
    };
  }, [id]);
  useEffect(() => {
    const receive = (payload: Uint8Array, participant?: RemoteParticipant) => {
      if (!participant && readMessage(payload)?.type === 'participantWaiting') line.current?.lookNow();
    };
    live.on(RoomEvent.DataReceived, receive);
    return () => void live.off(RoomEvent.DataReceived, receive);
  }, [live]);
  const lookNow = useCallback(() => line.current?.lookNow(), []);
  return { people, lookNow };
}

/** First seen, first in line: the server gives no order, and nobody's row moves when somebody else comes. */
export function inLine(before: readonly WaitingPerson[], now: readonly WaitingPerson[]): readonly WaitingPerson[] {
  const known = new Map(before.map(({ id }, place) => [id, place]));
  return now.toSorted((a, b) => (known.get(a.id) ?? before.length) - (known.get(b.id) ?? before.length));
}
