import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingMode } from '../api/types';
import { Notice } from '../ui/Notice';
import styles from './RecordingPage.module.css';

/** What was recorded, to be watched or heard; `name` is the room's. */
export function Film({ mode, name, src }: { mode: RecordingMode; name: string; src: string }) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  const media = { src, controls: true, onError: () => setBroken(true), preload: 'metadata' as const };
  return (
    <>
      {mode === 'transcript' ? (
        <audio className={styles.audio} aria-label={t('recording.audio', { name })} {...media} />
      ) : (
        <video className={styles.video} playsInline aria-label={t('recording.video', { name })} {...media} />
      )}
      {isBroken && <Notice kind="danger">{t('recording.broken')}</Notice>}
    </>
  );
}
