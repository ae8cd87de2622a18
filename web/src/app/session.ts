import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { configurationQuery, meQuery, savePreferences } from '../api/queries';
import type { User } from '../api/types';
import { accountLanguage, language } from '../i18n';
import { recall, remember } from './store';

/** The signed-in person; null for a guest; undefined while it is not known yet. */
export function useUser(): User | null | undefined {
  return useQuery(meQuery).data;
}

/** What follows `#` in an address may be the secret of a link: it is told to no server. */
export function signIn(returnTo = location.href.replace(/#.*/, '')): void {
  location.assign(`/api/v1.0/authenticate/?silent=false&returnTo=${encodeURIComponent(returnTo)}`);
}

export function signOut(): void {
  location.assign('/api/v1.0/logout/');
}

/** How to call the person: what they typed last, else the account's name, else nothing. */
export function shownName(user: User | null | undefined): string {
  return recall('name') ?? user?.full_name ?? user?.short_name ?? '';
}

/**
 * Tells the account the browser's language and time zone: the first time this browser sees an account that still has
 * the server's defaults, and whenever the browser's own values change. A choice made on the account page stays.
 */
export function usePreferenceSync(): void {
  const user = useUser();
  const configuration = useQuery(configurationQuery).data;
  const client = useQueryClient();
  useEffect(() => {
    if (!user || !configuration) return;
    const zone = browserZone();
    const words = accountLanguage(language());
    const told = recall('told');
    const untouched = user.timezone === 'UTC' && user.language === configuration.LANGUAGE_CODE;
    const now = [user.id, zone, words].join(' ');
    if (told === now || (told?.startsWith(user.id) !== true && !untouched)) return;
    remember('told', now);
    if (user.timezone === zone && user.language === words) return;
    void savePreferences(user.id, zone, words).then(
      (saved) => client.setQueryData(meQuery.queryKey, saved),
      () => remember('told', null),
    );
  }, [user, configuration, client]);
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
