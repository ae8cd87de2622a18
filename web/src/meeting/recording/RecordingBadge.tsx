import { useTranslation } from 'react-i18next';
import type { Key } from '../../i18n';
import styles from './Recording.module.css';
import { useRecording } from './RecordingProvider';
import type { RecordingState } from './state';

const words: Partial<Record<RecordingState['phase'], Key>> = {
  starting: 'recording.badge.starting',
  recording: 'recording.badge.recording',
  saving: 'recording.badge.saving',
};

/** The sign that everybody sees while the room is recorded. */
export function RecordingBadge() {
  const { t } = useTranslation();
  const { phase, mode } = useRecording();
  const key = words[phase];
  if (!key) return null;
  const text = phase === 'recording' && mode === 'transcript' ? t('recording.badge.audio') : t(key);
  return (
    <span className={styles.badge} data-phase={phase} role="img" aria-label={text}>
      <span className={styles.dot} aria-hidden />
      <span aria-hidden>{text}</span>
    </span>
  );
}
