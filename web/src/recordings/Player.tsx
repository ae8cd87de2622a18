import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteRecording } from '../api/queries';
import type { Recording } from '../api/types';
import { navigate } from '../app/router';
import { useFailureText } from '../app/useFailureText';
import { day } from '../i18n/format';
import { Button, ButtonLink } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { toast } from '../ui/toast';
import styles from './RecordingPage.module.css';
import { isDeletable } from './status';

/** The recording itself: watch it, save it, delete it. */
export function Player({ recording, zone }: { recording: Recording; zone: string }) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  const file = `/media/${recording.key}`;
  const name = `${recording.room.slug || 'causerie'}-${recording.created_at.slice(0, 10)}`;
  const media = { src: file, controls: true, onError: () => setBroken(true), preload: 'metadata' as const };
  return (
    <>
      {recording.mode === 'transcript' ? (
        <audio className={styles.audio} aria-label={t('recording.audio', { name: recording.room.name })} {...media} />
      ) : (
        <video
          className={styles.video}
          playsInline
          aria-label={t('recording.video', { name: recording.room.name })}
          {...media}
        />
      )}
      {isBroken && <Notice kind="danger">{t('recording.broken')}</Notice>}
      <div className={styles.actions}>
        <ButtonLink look="primary" href={file} download={name} icon={<Download aria-hidden />}>
          {t('recording.download')}
        </ButtonLink>
        {isDeletable(recording) && <Delete recording={recording} />}
      </div>
      <p className={styles.quiet}>
        {recording.expired_at
          ? t('recording.expires', { when: day(recording.expired_at, zone) })
          : t('recording.staysForever')}
      </p>
    </>
  );
}

function Delete({ recording }: { recording: Recording }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [isOpen, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteRecording(recording.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['recordings'] });
      toast(t('recording.deleted'));
      navigate('/', { replace: true });
    },
    onError: (error) => toast(failure(error), { isError: true }),
    onSettled: () => setOpen(false),
  });
  return (
    <>
      <Button icon={<Trash2 aria-hidden />} onPress={() => setOpen(true)}>
        {t('recording.delete')}
      </Button>
      <Dialog
        title={t('recording.deleteQuestion')}
        isOpen={isOpen}
        urgent
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
            <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
              {t('recording.delete')}
            </Button>
          </>
        }
      >
        <p>{t('recording.deleteText')}</p>
      </Dialog>
    </>
  );
}
