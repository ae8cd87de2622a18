import { useQuery } from '@tanstack/react-query';
import { Room, VideoPresets } from 'livekit-client';
import { useEffect, useState } from 'react';
import { configurationQuery, enter } from '../api/queries';
import type { Room as RoomAnswer } from '../api/types';
import type { Ending } from '../prejoin/Ended';
import { addressOf, backOff, disconnection, endingOf, isRefusal, mendBlips, onReentry } from './connection';

/** `rejoining`: the connection was lost beyond what LiveKit mends by itself, and we enter anew. */
export type Phase = 'connecting' | 'connected' | 'rejoining';

interface Entry {
  answer: RoomAnswer;
  name: string;
}

export interface Connection {
  /** LiveKit's room: a new one for each time we enter. */
  readonly room: Room;
  readonly phase: Phase;
}

/** How long to try before giving up: to get in at all, and to get back in. */
const patience = { first: 30_000, again: 180_000 };

/** Keeps the room connected until the meeting ends for this person, coming back with a fresh token after a loss. */
export function useConnection(
  { answer, name }: Entry,
  onConnected: (room: Room) => Promise<void>,
  onEnd: (ending: Ending) => void,
): Connection {
  const [room, setRoom] = useState(newRoom);
  const [phase, setPhase] = useState<Phase>('connecting');
  const { data: configuration } = useQuery(configurationQuery);
  const address = addressOf(answer, configuration);
  const token = answer.livekit?.token;
  const { slug } = answer;
  useEffect(() => {
    const stay = new Stay(slug, name);
    if (!address || !token) onEnd('noMedia');
    else void stay.run(address, token, { onRoom: setRoom, onConnected, onPhase: setPhase, onEnd });
    return () => stay.leave();
  }, [slug, name, address, token, onConnected, onEnd]);
  return { room, phase };
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
  onEnd: (ending: Ending) => void;
}

/** A token to enter with, an ending, or neither: then it is worth asking again. */
type Admission = { token: string } | { ending: Ending } | null;

/** One person's presence in a room, through all its connections. */
class Stay {
  private readonly over = new AbortController();
  private room: Room | null = null;
  private failures = 0;
  private since = Date.now();
  private wasIn = false;

  constructor(
    private readonly slug: string,
    private readonly name: string,
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

  private next(address: string, admission: Admission, listener: Listener): Promise<Ending | null> {
    if (admission === null) return this.pause();
    return 'token' in admission
      ? this.connection(address, admission.token, listener)
      : Promise.resolve(admission.ending);
  }

  /** One connection from its beginning to its end; null when it is worth trying again. */
  private async connection(address: string, token: string, listener: Listener): Promise<Ending | null> {
    const room = newRoom();
    this.room = room;
    listener.onRoom(room);
    try {
      await room.connect(address, token);
    } catch (error) {
      return isRefusal(error) && this.failures > 1 ? 'refused' : this.pause();
    }
    const gone = disconnection(room);
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

  private async pause(): Promise<Ending | null> {
    const limit = this.wasIn ? patience.again : patience.first;
    if (Date.now() - this.since > limit) return this.wasIn ? 'lost' : 'unreachable';
    await new Promise((resolve) => setTimeout(resolve, backOff(this.failures)));
    this.failures += 1;
    return null;
  }

  private async ask(): Promise<Admission> {
    try {
      const answer = await enter(this.slug, this.name);
      if (answer?.livekit) return { token: answer.livekit.token };
      return { ending: answer ? 'refused' : 'closed' };
    } catch {
      return null;
    }
  }
}
