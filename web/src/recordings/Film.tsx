import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingMode } from '../api/types';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './RecordingPage.module.css';

interface Props {
  mode: RecordingMode;
  /** The room's. */
  name: string;
  src: string;
  /** Somebody wants to try again after it could not be played: is the recording still there for them? */
  onRetry: () => void;
}

/** What was recorded, to be watched or heard. */
export function Film({ mode, name, src, onRetry }: Props) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  const [tries, setTries] = useState(0);
  const element = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  // the pressed button is gone with the notice
  useEffect(() => {
    if (tries > 0) element.current?.focus();
  }, [tries]);
  const retry = () => {
    setBroken(false);
    setTries(tries + 1);
    onRetry();
  };
  const media = {
    src,
    controls: true,
    onError: () => setBroken(true),
    preload: 'metadata',
    tabIndex: 0,
    ref: element,
  } as const;
  return (
    <>
      {mode === 'transcript' ? (
        <audio key={tries} className={styles.audio} aria-label={t('recording.audio', { name })} {...media} />
      ) : (
        <video
          key={tries}
          className={styles.video}
          playsInline
          aria-label={t('recording.video', { name })}
          {...media}
        />
      )}
      {isBroken && (
        <Notice kind="danger" action={<Button onPress={retry}>{t('common.retry')}</Button>}>
          {t('recording.broken')}
        </Notice>
      )}
    </>
  );
}
