import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../api/queries';
import { clock, day } from '../i18n/format';
import styles from './RecordingPage.module.css';
import { lines, told } from './timeline';

/** What happened to the recording, in words and in order. */
export function Timeline({ id, status, zone }: { id: string; status: string; zone: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(timelineQuery(id, status));
  const entries = told(lines(data));
  const [first] = entries;
  if (!first) return null;
  return (
    <section aria-labelledby="timeline" className={styles.timeline}>
      <h2 id="timeline">{t('timeline.title')}</h2>
      <p className={styles.quiet}>{day(first.line.at, zone)}</p>
      <ol className={styles.lines}>
        {entries.map(({ line, kind, cause }, index) => (
          <li key={`${line.at} ${index}`} className={styles.line}>
            <time dateTime={line.at}>{clock(line.at, true, zone)}</time>
            <span>
              {t(kind)}
              {cause && <span className={styles.quiet}> {t(cause)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
