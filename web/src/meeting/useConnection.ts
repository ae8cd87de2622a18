import { useQuery } from '@tanstack/react-query';
import { EngineEvent, Room, VideoPresets } from 'livekit-client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { requestEntry } from '../api/people';
import { configurationQuery, enter } from '../api/queries';
import type { Room as RoomAnswer } from '../api/types';
import type { Departure } from '../prejoin/Ended';
import { addressOf, backOff, disconnection, endingOf, isRefusal, mendBlips, onReentry } from './connection';

/** `rejoining`: the connection was lost beyond what LiveKit mends by itself, and we enter anew. */
export type Phase = 'connecting' | 'connected' | 'rejoining';

interface Entry {
  answer: RoomAnswer;
  /** How to be called; read anew at each entry, because people rename themselves. */
  name: RefObject<string>;
}

export interface Connection {
  /** LiveKit's room: a new one for each time we enter. */
  readonly room: Room;
  readonly phase: Phase;
  /** What proves to our server who one is in the meeting: the newest token, null before there is one. */
  readonly token: RefObject<string | null>;
}

/** How long to try before giving up: to get in at all, and to get back in. */
const patience = { first: 30_000, again: 180_000 };

/** Keeps the room connected until the meeting ends for this person, coming back with a fresh token after a loss. */
export function useConnection(
  { answer, name }: Entry,
  onConnected: (room: Room) => Promise<void>,
  onEnd: (ending: Departure) => void,
): Connection {
  const [room, setRoom] = useState(newRoom);
  const [phase, setPhase] = useState<Phase>('connecting');
  const { data: configuration } = useQuery(configurationQuery);
  const address = addressOf(answer, configuration);
  const token = answer.livekit?.token;
  const newest = useRef<string | null>(token ?? null);
  // by its id where it has one: a host may rename it meanwhile
  const key = answer.id ?? answer.slug;
  useEffect(() => {
    const stay = new Stay(key, name, newest);
    if (!address || !token) onEnd('noMedia');
    else void stay.run(address, token, { onRoom: setRoom, onConnected, onPhase: setPhase, onEnd });
    return () => stay.leave();
  }, [key, name, address, token, onConnected, onEnd]);
  return { room, phase, token: newest };
}

function newRoom(): Room {
  return new Room({
    adaptiveStream: true,
    reconnectPolicy: mendBlips,
    dynacast: true,
    videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
  });
}

interface Listener {
  onRoom: (room: Room) => void;
  onConnected: (room: Room) => Promise<void>;
  onPhase: (phase: Phase) => void;
  onEnd: (ending: Departure) => void;
}

/** A token to enter with, an ending, or neither: then it is worth asking again. */
type Admission = { token: string } | { ending: Departure } | null;

/** One person's presence in a room, through all its connections. */
class Stay {
  private readonly over = new AbortController();
  private room: Room | null = null;
  private failures = 0;
  private since = Date.now();
  private wasIn = false;

  constructor(
    private readonly key: string,
    private readonly name: RefObject<string>,
    private readonly token: RefObject<string | null>,
  ) {}

  leave(): void {
    this.over.abort();
    void this.room?.disconnect();
  }

  async run(address: string, token: string, listener: Listener): Promise<void> {
    let admission: Admission = { token };
    while (!this.isOver()) {
      const ending = await this.next(address, admission, listener);
      if (this.isOver()) return;
      if (ending) {
        listener.onEnd(ending);
        return;
      }
      admission = await this.ask();
    }
  }

  private isOver(): boolean {
    return this.over.signal.aborted;
  }

  private next(address: string, admission: Admission, listener: Listener): Promise<Departure | null> {
    if (admission === null) return this.pause();
    return 'token' in admission
      ? this.connection(address, admission.token, listener)
      : Promise.resolve(admission.ending);
  }

  /** One connection from its beginning to its end; null when it is worth trying again. */
  private async connection(address: string, token: string, listener: Listener): Promise<Departure | null> {
    const room = newRoom();
    this.room = room;
    this.token.current = token;
    listener.onRoom(room);
    try {
      await room.connect(address, token);
    } catch (error) {
      return isRefusal(error) && this.failures > 1 ? 'refused' : this.pause();
    }
    const gone = disconnection(room);
    room.engine.on(EngineEvent.TokenRefreshed, (fresh) => (this.token.current = fresh));
    onReentry(room, () => void listener.onConnected(room));
    this.failures = 0;
    this.wasIn = true;
    listener.onPhase('connected');
    void listener.onConnected(room);
    const ending = endingOf(await gone);
    this.since = Date.now();
    if (ending) return ending;
    listener.onPhase('rejoining');
    return null;
  }

  private async pause(): Promise<Departure | null> {
    const limit = this.wasIn ? patience.again : patience.first;
    if (Date.now() - this.since > limit) return this.wasIn ? 'lost' : 'unreachable';
    await new Promise((resolve) => setTimeout(resolve, backOff(this.failures)));
    this.failures += 1;
    return null;
  }

  private async ask(): Promise<Admission> {
    try {
      const answer = await enter(this.key, this.name.current);
      if (answer?.livekit) return { token: answer.livekit.token };
      return answer ? await this.knock() : { ending: 'closed' };
    } catch {
      return null;
    }
  }

  /** Whoever was let in by a host is let in again as long as that admission lasts; else they wait at the door as before. */
  private async knock(): Promise<Admission> {
    const { status, livekit } = await requestEntry(this.key, this.name.current || 'anonymous', this.over.signal);
    if (livekit) return { token: livekit.token };
    return { ending: status === 'denied' ? 'refused' : 'wait' };
  }
}
