import { expect, it } from 'vitest';
import { clock, day, moment } from './format';

const at = '2026-03-02T23:30:00Z';

it('tells a moment in the given time zone', () => {
  expect([day(at, 'UTC'), day(at, 'Europe/Paris')]).toEqual(['March 2, 2026', 'March 3, 2026']);
  expect(clock(at, false, 'Asia/Tokyo')).toMatch(/8:30/);
});

it('tells it in the zone of the browser where the browser does not know the given one', () => {
  expect(moment(at, 'Mars/Olympus')).toBe(moment(at));
});

it('tells nothing of what is no moment', () => {
  expect(moment('soon')).toBe('');
});
