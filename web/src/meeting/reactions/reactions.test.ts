import { expect, it } from 'vitest';
import { Pace, reactionOf } from './reactions';

it('knows the eight reactions and nothing else', () => {
  expect(reactionOf('party-popper')?.emoji).toBe('🎉');
  for (const name of ['', 'toString', '__proto__', '👍', '<b>', 7, null, {}]) expect(reactionOf(name)).toBeUndefined();
});

it('lets a sender through so many times a second, whatever others do', () => {
  const pace = new Pace(3);
  const sent = [0, 100, 200, 300, 999, 1_001, 1_050].map((time) => pace.allows('bob', time));
  expect(sent).toEqual([true, true, true, false, false, true, false]);
  expect(pace.allows('ann', 300)).toBe(true);
});
