import { call, callInside } from './client';
import type { EntryAnswer, WaitingPerson } from './types';

/** What people in a meeting, and at its door, do to each other (contract: rooms 11 and 12). */

export const requestEntry = (room: string, username: string, signal?: AbortSignal) =>
  call<EntryAnswer>('POST', `rooms/${encodeURIComponent(room)}/request-entry/`, { username }, signal);

export const waitingPeople = async (room: string, signal?: AbortSignal) =>
  (await call<{ participants: WaitingPerson[] }>('GET', `rooms/${room}/waiting-participants/`, undefined, signal))
    .participants;

export const answerEntry = (room: string, person: string, isAllowed: boolean) =>
  call('POST', `rooms/${room}/enter/`, { participant_id: person, allow_entry: isAllowed });

/** Mutes as a host does, by session; with a token, as everybody may where the room allows it. */
export function mute(room: string, identity: string, track: string, token: string | null): Promise<unknown> {
  const path = `rooms/${room}/mute-participant/`;
  const body = { participant_identity: identity, track_sid: track };
  return token === null ? call('POST', path, body) : callInside(token, path, body);
}

export const removePerson = (room: string, identity: string) =>
  call('POST', `rooms/${room}/remove-participant/`, { participant_identity: identity });

export const readmitPerson = (room: string, identity: string) =>
  call('POST', `rooms/${room}/readmit-participant/`, { participant_identity: identity });

export const giveRole = (room: string, identity: string, role: 'administrator' | 'member') =>
  call('POST', `rooms/${room}/update-participant-role/`, { participant_identity: identity, role });

/** Somebody else's hand is lowered with all attributes they have (contract: rooms 19). */
export const lowerHandOf = (room: string, identity: string, attributes: Readonly<Record<string, string>>) =>
  call('POST', `rooms/${room}/update-participant/`, {
    participant_identity: identity,
    attributes: { ...attributes, handRaisedAt: '' },
  });

export const toggleHand = (room: string, raised: boolean, token: string) =>
  callInside(token, `rooms/${room}/toggle-hand/`, { raised });

export const rename = (room: string, name: string, token: string) =>
  callInside(token, `rooms/${room}/rename/`, { name });
