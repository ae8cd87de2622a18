import { useTranslation } from 'react-i18next';
import styles from './Loading.module.css';

/** Grey bars where content will be; they appear only when it takes longer than a moment. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.loading} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.bar} style={{ width: `${88 - ((index * 23) % 50)}%` }} />
      ))}
    </div>
  );
}
