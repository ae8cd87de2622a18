import { expect, it } from 'vitest';
import { raisedHands } from './hands';

const person = (identity: string, handRaisedAt?: string) => ({
  identity,
  attributes: (handRaisedAt === undefined ? {} : { handRaisedAt }) as Record<string, string>,
});
const order = (...people: ReturnType<typeof person>[]) => raisedHands(people).map(({ identity }) => identity);

it('takes hands in the order they went up', () => {
  const late = person('a', '2026-09-01T08:30:12.345679+00:00');
  const early = person('b', '2026-09-01T08:29:12.345678+00:00');
  expect(order(late, person('c'), early, person('d', ''))).toEqual(['b', 'a']);
});

it('goes by identity when they went up together, and puts what is no time last', () => {
  const when = '2026-09-01T08:30:12+00:00';
  expect(order(person('x', 'now'), person('b', when), person('a', when))).toEqual(['a', 'b', 'x']);
});
