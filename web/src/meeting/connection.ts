import {
  ConnectionError,
  ConnectionErrorReason,
  DisconnectReason,
  RoomEvent,
  type ReconnectPolicy,
  type Room,
} from 'livekit-client';
import type { Configuration, Room as RoomAnswer } from '../api/types';
import type { Ending } from '../prejoin/Ended';

/** What a lost connection means: an ending, or null when it is worth coming back. */
export function endingOf(reason: DisconnectReason | undefined): Ending | null {
  switch (reason) {
    case DisconnectReason.CLIENT_INITIATED:
      return 'left';
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'elsewhere';
    case DisconnectReason.PARTICIPANT_REMOVED:
      return 'removed';
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'closed';
    default:
      return null;
  }
}

/** The address of LiveKit to use: what the room says, else the configuration, with wss where the operator forces it. */
export function addressOf(room: RoomAnswer, configuration: Configuration | undefined): string | null {
  const url = room.livekit?.url || configuration?.livekit.url;
  if (!url) return null;
  return configuration?.livekit.force_wss_protocol ? url.replace(/^https:/, 'wss:') : url;
}

export function isRefusal(error: unknown): boolean {
  return error instanceof ConnectionError && error.reason === ConnectionErrorReason.NotAllowed;
}

/** Resolves once the room is disconnected, with the reason that LiveKit gave. */
export function disconnection(room: Room): Promise<DisconnectReason | undefined> {
  return new Promise((resolve) => {
    room.once(RoomEvent.Disconnected, resolve);
  });
}

/** Calls back each time LiveKit's client has entered anew by itself: what was published before may be stopped tracks then. */
export function onReentry(room: Room, reentered: () => void): void {
  let isAnew = false;
  room
    .on(RoomEvent.Reconnecting, () => {
      isAnew = true;
    })
    .on(RoomEvent.Reconnected, () => {
      if (isAnew) reentered();
      isAnew = false;
    });
}

/**
 * LiveKit's client mends a blip and then gives up. It could go on for a minute and enter anew by itself, with the tracks it had; but when that is
 * interrupted once more it keeps stopped ones for ever. So we enter anew ourselves, with nothing kept.
 */
export const mendBlips: ReconnectPolicy = {
  nextRetryDelayInMs: ({ retryCount }) => [0, 300][retryCount] ?? null,
};

/** How long to wait before the next attempt to come back. */
export function backOff(failures: number, random = Math.random()): number {
  return Math.min(10_000, 500 * 2 ** failures) * (0.75 + random / 2);
}
