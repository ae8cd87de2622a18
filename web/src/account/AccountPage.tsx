import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, savePreferences } from '../api/queries';
import type { User } from '../api/types';
import { Page } from '../app/Page';
import { browserZone, shownName, signOut, useUser } from '../app/session';
import { remember } from '../app/store';
import { themes, useTheme, type Theme } from '../app/theme';
import { SignInFirst } from '../app/SignInFirst';
import { useFailureText } from '../app/useFailureText';
import { accountLanguage, chooseLanguage, known, language, languages, type Key, type Language } from '../i18n';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { toast } from '../ui/toast';
import styles from './AccountPage.module.css';
import { RoomDefaults } from './RoomDefaults';

const themeNames: Record<Theme, Key> = { system: 'theme.system', light: 'theme.light', dark: 'theme.dark' };

export default function AccountPage() {
  const { t } = useTranslation();
  const user = useUser();
  if (user === null) return <SignInFirst title={t('account.title')}>{t('account.guest')}</SignInFirst>;
  return (
    <Page title={t('account.title')}>
      <div className={styles.account}>
        <h1>{t('account.title')}</h1>
        {user ? <Settings user={user} /> : <Loading />}
      </div>
    </Page>
  );
}

function Settings({ user }: { user: User }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [theme, setTheme] = useTheme();
  const [name, setName] = useState(() => shownName(user));
  const save = useMutation({
    mutationFn: ({ zone, words }: { zone: string; words: Language }) =>
      savePreferences(user.id, zone, accountLanguage(words)),
    onSuccess: (saved) => {
      client.setQueryData(meQuery.queryKey, saved);
      toast(t('account.saved'));
    },
    onError: (error) => toast(failure(error), { isError: true }),
  });
  const words = known(user.language) ?? language();
  const keepName = () => {
    remember('name', name.trim() && name.trim() !== user.full_name ? name.trim() : null);
    toast(t('account.saved'));
  };
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('account.name')}</dt>
        <dd>{user.full_name ?? '–'}</dd>
        <dt>{t('account.email')}</dt>
        <dd>{user.email ?? '–'}</dd>
      </dl>
      <form
        className={styles.shown}
        onSubmit={(event) => {
          event.preventDefault();
          keepName();
        }}
      >
        <Field label={t('account.shownName')} hint={t('account.shownNameHint')} value={name} onChange={setName} />
        <Button type="submit">{t('common.save')}</Button>
      </form>
      <Choice
        label={t('account.language')}
        hint={t('account.languageHint')}
        value={words}
        options={Object.entries(languages) as [Language, string][]}
        onChange={(chosen) => {
          save.mutate({ zone: user.timezone, words: chosen });
          void chooseLanguage(chosen);
        }}
      />
      <Choice
        label={t('account.timeZone')}
        hint={t('account.timeZoneHint', { zone: browserZone() })}
        value={user.timezone}
        options={zones(user.timezone).map((zone) => [zone, zone.replaceAll('_', ' ')] as const)}
        onChange={(zone) => save.mutate({ zone, words })}
      />
      <Choice
        label={t('theme.title')}
        value={theme}
        options={themes.map((each) => [each, t(themeNames[each])] as const)}
        onChange={setTheme}
      />
      <RoomDefaults user={user} />
      <div>
        <Button onPress={signOut}>{t('page.signOut')}</Button>
      </div>
    </>
  );
}

function zones(current: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), browserZone(), current])].sort();
}
