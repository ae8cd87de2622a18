import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roomQuery } from '../api/queries';
import type { Room } from '../api/types';
import { MessagePage } from '../app/MessagePage';
import { Page } from '../app/Page';
import { Link } from '../app/router';
import { useUser } from '../app/session';
import { SignInFirst } from '../app/SignInFirst';
import { Button, ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { DeleteRoom } from './DeleteRoom';
import { InvitationCard } from './InvitationCard';
import { PeopleWithAccess } from './PeopleWithAccess';
import { RoomName } from './RoomName';
import { RoomRules } from './RoomRules';
import styles from './RoomSettings.module.css';
import type { AdministeredRoom } from './useRoomChange';

/** Everything about a room outside of its meetings, for its hosts. */
export default function RoomSettingsPage({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const user = useUser();
  const query = useQuery({ ...roomQuery(slug), refetchOnMount: 'always' });
  if (user === null) return <SignInFirst title={t('settings.title')}>{t('settings.guest')}</SignInFirst>;
  if (query.isError) {
    const retry = (
      <Button look="primary" onPress={() => void query.refetch()}>
        {t('common.retry')}
      </Button>
    );
    return (
      <MessagePage title={t('room.unread.title')} actions={retry}>
        {t('room.unread.text')}
      </MessagePage>
    );
  }
  if (query.data === null) {
    return <MessagePage title={t('room.absent.title')}>{t('room.absent.text', { slug })}</MessagePage>;
  }
  const room = query.data;
  if (room && !isAdministered(room)) return <NotForYou room={room} isFetching={query.isFetching} />;
  return (
    <Page title={t('settings.title')}>
      {room && user ? <Settings room={room} user={user.id} /> : <Loading lines={6} />}
    </Page>
  );
}

function isAdministered(room: Room): room is AdministeredRoom {
  return room.accesses !== undefined && room.id !== null;
}

/** What is remembered of a room may be older than the role. */
function NotForYou({ room, isFetching }: { room: Room; isFetching: boolean }) {
  const { t } = useTranslation();
  if (isFetching) {
    return (
      <Page>
        <Loading lines={6} />
      </Page>
    );
  }
  return (
    <MessagePage
      title={t('settings.refusedTitle')}
      actions={
        <>
          <ButtonLink href={`/${room.slug}`}>{t('settings.toMeeting')}</ButtonLink>
          <ButtonLink href="/">{t('common.home')}</ButtonLink>
        </>
      }
    >
      {t('settings.refused', { name: room.name ?? room.slug })}
    </MessagePage>
  );
}

function Settings({ room, user }: { room: AdministeredRoom; user: string }) {
  const { t } = useTranslation();
  const own = room.accesses.find((access) => access.user.id === user);
  return (
    <div className={styles.settings}>
      <header className={styles.header}>
        <Link href="/">{t('common.home')}</Link>
        <h1>{room.name ?? room.slug}</h1>
        <div>
          <ButtonLink href={`/${room.slug}`} look="primary">
            {t('settings.toMeeting')}
          </ButtonLink>
        </div>
      </header>
      <Section title={t('info.title')}>
        <InvitationCard room={room} />
      </Section>
      <Section title={t('settings.name')}>
        <RoomName key={room.name} room={room} />
      </Section>
      <Section title={t('settings.rules')}>
        <RoomRules room={room} />
      </Section>
      <Section title={t('settings.people')}>
        <PeopleWithAccess room={room} own={own} />
      </Section>
      <Section title={t('settings.delete')}>
        <DeleteRoom room={room} isOwner={own?.role === 'owner'} />
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
