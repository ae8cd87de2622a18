import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { sharedRecordingQuery } from '../api/queries';
import type { SharedRecording } from '../api/types';
import { MessagePage } from '../app/MessagePage';
import { Page } from '../app/Page';
import { useUser } from '../app/session';
import { useFailureText } from '../app/useFailureText';
import { moment } from '../i18n/format';
import { Film } from '../recordings/Film';
import styles from '../recordings/RecordingPage.module.css';
import { Button, ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';

/** A recording for whoever holds a link to it; what opens it stands behind the `#` of the address, which no server is told. */
export default function SharedPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const failure = useFailureText();
  const token = useSyncExternalStore(onHash, () => location.hash.slice(1));
  const shared = useQuery(sharedRecordingQuery(id, token));
  if (shared.data) return <Shown recording={shared.data} onRetry={() => void shared.refetch()} />;
  if (shared.data === null) {
    return (
      <MessagePage isOpen title={t('shared.invalid.title')}>
        {t('shared.invalid.text')}
      </MessagePage>
    );
  }
  if (shared.isError) {
    const retry = (
      <Button look="primary" onPress={() => void shared.refetch()}>
        {t('common.retry')}
      </Button>
    );
    return (
      <MessagePage isOpen title={t('recording.unread.title')} actions={retry}>
        {failure(shared.error)}
      </MessagePage>
    );
  }
  return (
    <Page isOpen>
      <Loading lines={5} />
    </Page>
  );
}

function Shown({ recording, onRetry }: { recording: SharedRecording; onRetry: () => void }) {
  const { t } = useTranslation();
  const zone = useUser()?.timezone;
  const { room_name: name, created_at: made, expires_at: end, media, mode } = recording;
  return (
    <Page title={name} isOpen>
      <article className={styles.recording}>
        <header>
          <h1>{name}</h1>
          <p className={styles.quiet}>{t('recording.made', { when: moment(made, zone) })}</p>
        </header>
        <Film mode={mode} name={name} src={media} onRetry={onRetry} />
        <div className={styles.actions}>
          <ButtonLink
            look="primary"
            href={media}
            download={`${name}-${made.slice(0, 10)}`}
            icon={<Download aria-hidden />}
          >
            {t('recording.download')}
          </ButtonLink>
        </div>
        <p className={styles.quiet}>{t('shared.until', { when: moment(end, zone) })}</p>
      </article>
    </Page>
  );
}

function onHash(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
