import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { addressesIn, asText, dialing, grouped, invitationTo } from './invitation';

const room = { slug: 'weekly', pin_code: '1234567890' };
const phone = '+33 1 23 45 67 89';

describe('invitationTo', () => {
  it('has a phone number only together with a PIN', () => {
    expect(invitationTo(room, phone)).toEqual({ link: `${location.origin}/weekly`, phone, pin: '1234567890' });
    expect(invitationTo({ ...room, pin_code: null }, phone)).toMatchObject({ phone: null, pin: null });
    expect(invitationTo(room, undefined)).toMatchObject({ phone: null, pin: null });
  });
});

it('groups a PIN for reading aloud', () => {
  expect(['1234567890', '1234', '123456'].map(grouped)).toEqual(['123 456 7890#', '123 4#', '123 456#']);
});

it('lets a phone dial number and PIN', () => {
  expect(dialing(phone, '1234567890')).toBe('tel:+33123456789,,1234567890%23');
});

it('says all of it in one text', () => {
  expect(asText(i18next.t, 'Weekly', invitationTo(room, phone))).toBe(
    `Join the video meeting “Weekly”:\n${location.origin}/weekly\n\nBy phone: ${phone}, PIN 123 456 7890#`,
  );
});

it('finds addresses however they were pasted', () => {
  expect(addressesIn(' a@x.test, b@x.test;a@x.test\n<c@x.test> ')).toEqual(['a@x.test', 'b@x.test', 'c@x.test']);
  expect(addressesIn('  ')).toEqual([]);
});
