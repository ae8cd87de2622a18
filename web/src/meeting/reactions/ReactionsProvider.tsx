import { useRoomContext } from '@livekit/components-react';
import { RoomEvent, type Participant, type RemoteParticipant } from 'livekit-client';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announce';
import { readMessage, sendMessage } from '../messages';
import { nameOf } from '../nameOf';
import { Pace, reactionOf, type Reaction } from './reactions';

/** A reaction on its way up the stage. */
export interface Flight {
  readonly id: number;
  readonly emoji: string;
  readonly name: string;
  /** Where it rises, in percent of the stage's width. */
  readonly x: number;
}

interface Reactions {
  readonly flights: readonly Flight[];
  readonly react: (name: string) => void;
}

const Context = createContext<Reactions>({ flights: [], react: () => undefined });

export function useReactions(): Reactions {
  return useContext(Context);
}

/** How long one is seen, how many at most at once, how many a second from one person, and how seldom the same person's are said. */
const limits = { life: 3_200, flights: 30, perSecond: 5, spokenEvery: 4_000 };

/** Sends reactions, and shows those of everybody, none of which can flood the stage. */
export function ReactionsProvider({ children }: { children: ReactNode }) {
  const room = useRoomContext();
  const { flights, launch } = useFlights();
  const say = useSpokenReactions();
  const pace = useRef(new Pace(limits.perSecond));
  const show = useCallback(
    (reaction: Reaction, from: Participant) => {
      launch(reaction.emoji, nameOf(from));
      if (!from.isLocal) say(reaction, from);
    },
    [launch, say],
  );
  useEffect(() => {
    const receive = (payload: Uint8Array, from?: RemoteParticipant) => {
      if (!from) return;
      const message = readMessage(payload);
      const reaction = message?.type === 'reactionReceived' ? reactionOf(message.data.emoji) : undefined;
      if (reaction && pace.current.allows(from.identity, Date.now())) show(reaction, from);
    };
    room.on(RoomEvent.DataReceived, receive);
    return () => void room.off(RoomEvent.DataReceived, receive);
  }, [room, show]);
  const react = useCallback(
    (name: string) => {
      const reaction = reactionOf(name);
      if (!reaction || !pace.current.allows('', Date.now())) return;
      void sendMessage(room, { type: 'reactionReceived', data: { emoji: name } });
      show(reaction, room.localParticipant);
    },
    [room, show],
  );
  const value = useMemo(() => ({ flights, react }), [flights, react]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

function useFlights() {
  const [flights, setFlights] = useState<readonly Flight[]>([]);
  const last = useRef(0);
  const launch = useCallback((emoji: string, name: string) => {
    last.current += 1;
    const id = last.current;
    // Side by side rather than at random: those that come together do not cover each other.
    const x = 6 + ((id * 17) % 60);
    setFlights((before) => [...before.slice(1 - limits.flights), { id, emoji, name, x }]);
    setTimeout(() => setFlights((before) => before.filter((flight) => flight.id !== id)), limits.life);
  }, []);
  return { flights, launch };
}

function useSpokenReactions() {
  const { t } = useTranslation();
  const said = useRef(new Map<string, number>());
  return useCallback(
    (reaction: Reaction, from: Participant) => {
      const { identity } = from;
      const now = Date.now();
      if (now - (said.current.get(identity) ?? 0) < limits.spokenEvery) return;
      said.current.set(identity, now);
      announce(t('reaction.from', { name: nameOf(from), reaction: t(reaction.name) }));
    },
    [t],
  );
}
