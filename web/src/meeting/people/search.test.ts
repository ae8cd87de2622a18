import { expect, it } from 'vitest';
import { matches } from './PeoplePanel';

it.each([
  ['Zoé Müller', 'zoe mul', true],
  ['Zoé Müller', 'MÜLLER', true],
  ['Bob', '', true],
  ['Bob', '  ', true],
  ['Bob', 'bo x', false],
])('%s is found by "%s": %s', (name, search, isFound) => {
  expect(matches(name, search)).toBe(isFound);
});
