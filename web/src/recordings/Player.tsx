import { useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '../api/types';
import { day } from '../i18n/format';
import { ButtonLink } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { DeleteRecording } from './DeleteRecording';
import { Film } from './Film';
import styles from './RecordingPage.module.css';

export interface PlayerProps {
  recording: Recording;
  zone: string;
  /** Whether an operator wants it kept. */
  isHeld: boolean;
  /** Whether its status lets it be deleted; null while that is not known. */
  mayDelete: boolean | null;
}

/** The recording itself: watch it, save it, delete it; and how long it stays. */
export function Player({ recording, zone, isHeld, mayDelete }: PlayerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const file = `/media/${recording.key}`;
  const name = `${recording.room.slug || 'causerie'}-${recording.created_at.slice(0, 10)}`;
  return (
    <>
      <Film
        mode={recording.mode}
        name={recording.room.name}
        src={file}
        onRetry={() => void client.invalidateQueries({ queryKey: ['recording', recording.id] })}
      />
      {isHeld && <Notice>{t('recording.held')}</Notice>}
      <div className={styles.actions}>
        <ButtonLink look="primary" href={file} download={name} icon={<Download aria-hidden />}>
          {t('recording.download')}
        </ButtonLink>
        {mayDelete && !isHeld && <DeleteRecording recording={recording} />}
      </div>
      {!isHeld && (
        <p className={styles.quiet}>
          {recording.expired_at
            ? t('recording.expires', { when: day(recording.expired_at, zone) })
            : mayDelete !== null && t(mayDelete ? 'recording.staysForever' : 'recording.stays')}
          {mayDelete === false && ` ${t('recording.notDeletable')}`}
        </p>
      )}
    </>
  );
}
