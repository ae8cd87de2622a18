import { waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { alice, configuration, server, show } from '../testing/page';
import { usePreferenceSync } from './session';

const put = `PUT users/${alice.id}/`;

function Sync() {
  usePreferenceSync();
  return null;
}

function signInWith(account: Partial<typeof alice>) {
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    timeZone: 'Asia/Calcutta',
  } as Intl.ResolvedDateTimeFormatOptions);
  const user = { ...alice, ...account };
  const calls = server({ 'GET config/': [200, configuration], 'GET users/me/': [200, user], [put]: [200, user] });
  show(<Sync />);
  return calls;
}

const puts = (calls: { method: string; body: unknown }[]) =>
  calls.filter(({ method }) => method === 'PUT').map(({ body }) => body);

afterEach(() => vi.restoreAllMocks());

it('tells a new account the language and the time zone of the browser, as the browser spells it', async () => {
  const calls = signInWith({ timezone: 'UTC', language: 'en-us' });
  await waitFor(() => expect(puts(calls)).toEqual([{ timezone: 'Asia/Calcutta', language: 'en-us' }]));
});

it('leaves the choices of an account alone', async () => {
  const calls = signInWith({ timezone: 'Europe/Paris', language: 'fr-fr' });
  await waitFor(() => expect(calls.length).toBe(2));
  expect(puts(calls)).toEqual([]);
});

it('tells an account it has told before when the browser has moved', async () => {
  localStorage.setItem('causerie.told', `${alice.id} Europe/Paris en-us`);
  const calls = signInWith({ timezone: 'Europe/Paris' });
  await waitFor(() => expect(puts(calls)).toEqual([{ timezone: 'Asia/Calcutta', language: 'en-us' }]));
});

it('tells it once only', async () => {
  localStorage.setItem('causerie.told', `${alice.id} Asia/Calcutta en-us`);
  const calls = signInWith({ timezone: 'Europe/Paris' });
  await waitFor(() => expect(calls.length).toBe(2));
  expect(puts(calls)).toEqual([]);
});
