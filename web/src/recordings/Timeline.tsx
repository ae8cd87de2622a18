import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../api/queries';
import { clock, day as dayOf } from '../i18n/format';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './RecordingPage.module.css';
import { byDay, lines, told } from './timeline';

/** What happened to the recording, in words and in order. */
export function Timeline({ id, status, zone }: { id: string; status: string; zone: string }) {
  const { t } = useTranslation();
  const { data, isError, refetch } = useQuery(timelineQuery(id, status));
  const days = byDay(told(lines(data)), (at) => dayOf(at, zone));
  if (days.length === 0 && !isError) return null;
  return (
    <section aria-labelledby="timeline" className={styles.timeline}>
      <h2 id="timeline">{t('timeline.title')}</h2>
      {isError && (
        <Notice kind="warning" action={<Button onPress={() => void refetch()}>{t('common.retry')}</Button>}>
          {t('failure.list')}
        </Notice>
      )}
      {days.map(({ day, entries }) => (
        <Fragment key={day}>
          <p className={styles.quiet}>{day}</p>
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
        </Fragment>
      ))}
    </section>
  );
}
