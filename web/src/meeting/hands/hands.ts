import type { Participant } from 'livekit-client';

type Raiser = Pick<Participant, 'identity' | 'attributes'>;

/** People with a raised hand, whoever raised it first in front (web client contract 9.3). */
export function raisedHands<T extends Raiser>(people: readonly T[]): T[] {
  return people
    .filter(({ attributes }) => Boolean(attributes.handRaisedAt))
    .sort((a, b) => raisedAt(a) - raisedAt(b) || (a.identity < b.identity ? -1 : 1));
}

/** Times that cannot be read come last. */
function raisedAt({ attributes }: Raiser): number {
  const time = Date.parse(attributes.handRaisedAt ?? '');
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}
