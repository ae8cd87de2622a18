import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { configurationQuery, meQuery } from '../api/queries';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { PersonMenu } from './PersonMenu';
import styles from './Page.module.css';
import { Link } from './router';
import { signIn, useUser } from './session';
import { useArrival } from './useArrival';
import { useOnline } from './useOnline';

interface Props {
  /** Shown in the browser's tab before the name of the product. */
  title?: string;
  /** For people who need no account here: nobody is asked to sign in. */
  isOpen?: boolean;
  children: ReactNode;
}

/** The frame of every page but the meeting: the product's name, the person, and what is wrong with the whole service. */
export function Page({ title, isOpen = false, children }: Props) {
  const { t } = useTranslation();
  const user = useUser();
  const content = useRef<HTMLElement>(null);
  useTitle(title);
  useArrival(content);
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content" onClick={skip}>
        {t('page.skip')}
      </a>
      <header className={styles.header}>
        <Link href="/" className={styles.brand} aria-label={t('page.home')}>
          <Logo />
          <span>Causerie</span>
        </Link>
        <div className={styles.person}>
          {user === null && !isOpen && <Button onPress={() => signIn()}>{t('page.signIn')}</Button>}
          <PersonMenu user={user ?? null} />
        </div>
      </header>
      <main ref={content} id="content" aria-label={title} className={styles.content} tabIndex={-1}>
        <ServiceState />
        {children}
      </main>
    </div>
  );
}

/** Not by the address: what stands behind its `#` may be what opens a link. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function ServiceState() {
  const { t } = useTranslation();
  const online = useOnline();
  const configuration = useQuery(configurationQuery);
  const me = useQuery(meQuery);
  const failed = [configuration, me].filter(({ isError }) => isError);
  if (!online) return <Notice kind="warning">{t('page.offline')}</Notice>;
  if (failed.length > 0) {
    const retry = () => failed.forEach(({ refetch }) => void refetch());
    return (
      <Notice kind="danger" action={<Button onPress={retry}>{t('common.retry')}</Button>}>
        {t('page.unreachable')}
      </Notice>
    );
  }
  if (configuration.data && !configuration.data.livekit.url) {
    return <Notice kind="warning">{t('page.noMedia')}</Notice>;
  }
  return null;
}

function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden>
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <path
        fill="var(--on-accent)"
        d="M8 12.5A4.5 4.5 0 0 1 12.5 8h7a4.5 4.5 0 0 1 4.5 4.5v3a4.5 4.5 0 0 1-4.5 4.5H15l-4.2 3.6c-.5.4-1.2.1-1.2-.6v-3.4A4.5 4.5 0 0 1 8 15.5z"
      />
    </svg>
  );
}

export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Causerie` : 'Causerie';
  }, [title]);
}
