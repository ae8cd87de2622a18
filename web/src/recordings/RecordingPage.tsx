import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../api/client';
import { recordingQuery, timelineQuery } from '../api/queries';
import type { Recording, User } from '../api/types';
import { MessagePage } from '../app/MessagePage';
import { Page } from '../app/Page';
import { useUser } from '../app/session';
import { SignInFirst } from '../app/SignInFirst';
import { day, moment } from '../i18n/format';
import { announce } from '../ui/announce';
import { Button } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { DeleteRecording } from './DeleteRecording';
import { Player, type PlayerProps } from './Player';
import styles from './RecordingPage.module.css';
import { Sharing } from './Sharing';
import { isUnderWay, stage, statusKey } from './status';
import { Timeline } from './Timeline';
import { deletable, isHeld as isHeldBack, lines } from './timeline';

export default function RecordingPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const user = useUser();
  if (user === null) return <SignInFirst title={t('recording.guest.title')}>{t('recording.guest.text')}</SignInFirst>;
  return user ? <ForUser id={id} user={user} /> : <Waiting />;
}

function ForUser({ id, user }: { id: string; user: User }) {
  const { t } = useTranslation();
  const savedSince = useRef<number | null>(null);
  const recording = useQuery({
    ...recordingQuery(id),
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      if (!data) return false;
      if (isUnderWay(data)) return 2000;
      if (data.status !== 'saved') return false;
      // saved is followed by a mail, mostly within the second: the page tells that, too
      savedSince.current ??= dataUpdateCount;
      return dataUpdateCount - savedSince.current < 15 ? 2000 : false;
    },
  });
  // however long it was shown: it is not, or not for this person, any more
  if (isStatus(recording.error, 403, 404)) {
    return <MessagePage title={t('recording.absent.title')}>{t('recording.absent.text')}</MessagePage>;
  }
  if (recording.data) return <Shown recording={recording.data} zone={user.timezone} />;
  if (recording.isPending) return <Waiting />;
  if (isStatus(recording.error, 401)) return <SignedOut />;
  const retry = (
    <Button look="primary" onPress={() => void recording.refetch()}>
      {t('common.retry')}
    </Button>
  );
  return (
    <MessagePage title={t('recording.unread.title')} actions={retry}>
      {t('recording.unread.text')}
    </MessagePage>
  );
}

function SignedOut() {
  const { t } = useTranslation();
  return <SignInFirst title={t('recording.guest.title')}>{t('failure.signedOut')}</SignInFirst>;
}

function Shown({ recording, zone }: { recording: Recording; zone: string }) {
  const { t } = useTranslation();
  const { data: timeline } = useQuery(timelineQuery(recording.id, recording.status));
  const isHeld = isHeldBack(lines(timeline));
  useReadyAnnouncement(recording);
  return (
    <Page title={recording.room.name}>
      <article className={styles.recording}>
        <header>
          <h1>{recording.room.name}</h1>
          <p className={styles.quiet}>
            {t('recording.made', { when: moment(recording.created_at, zone) })} · {t(statusKey(recording, isHeld))}
          </p>
        </header>
        <Body recording={recording} zone={zone} isHeld={isHeld} mayDelete={deletable(timeline)} />
        {stage(recording) === 'ready' && <Sharing recording={recording} zone={zone} />}
        <Timeline id={recording.id} status={recording.status} zone={zone} />
      </article>
    </Page>
  );
}

function Body({ recording, zone, isHeld, mayDelete }: PlayerProps) {
  const { t } = useTranslation();
  switch (stage(recording, isHeld)) {
    case 'recording':
      return <Notice>{t('recording.body.recording')}</Notice>;
    case 'saving':
      return <Notice>{t('recording.body.saving')}</Notice>;
    case 'expired':
      return (
        <Notice kind="warning">{t('recording.body.expired', { when: day(recording.expired_at ?? '', zone) })}</Notice>
      );
    case 'failed':
      return (
        <>
          <Notice kind="danger">{t('recording.body.failed')}</Notice>
          {mayDelete && !isHeld && (
            <div className={styles.actions}>
              <DeleteRecording recording={recording} />
            </div>
          )}
        </>
      );
    case 'ready':
      return <Player recording={recording} zone={zone} isHeld={isHeld} mayDelete={mayDelete} />;
  }
}

/** Somebody who waited for the recording hears that it is there. */
function useReadyAnnouncement(recording: Recording): void {
  const { t } = useTranslation();
  const now = stage(recording);
  const before = useRef(now);
  useEffect(() => {
    if (before.current !== now && now === 'ready') announce(t('recording.status.ready'));
    before.current = now;
  }, [now, t]);
}

function Waiting() {
  return (
    <Page>
      <Loading lines={5} />
    </Page>
  );
}
