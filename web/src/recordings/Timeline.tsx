import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../api/queries';
import { clock, day } from '../i18n/format';
import { causeKey, kindKey, lines, type Line } from './timeline';
import styles from './RecordingPage.module.css';

/** What happened to the recording, in words and in order. */
export function Timeline({ id, zone }: { id: string; zone: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(timelineQuery(id));
  const told = lines(data).filter((line) => kindKey(line.kind) !== null);
  const [first] = told;
  if (!first) return null;
  return (
    <section aria-labelledby="timeline" className={styles.timeline}>
      <h2 id="timeline">{t('timeline.title')}</h2>
      <p className={styles.quiet}>{day(first.at, zone)}</p>
      <ol className={styles.lines}>
        {told.map((line, index) => (
          <Entry key={`${line.at} ${index}`} line={line} zone={zone} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ line, zone }: { line: Line; zone: string }) {
  const { t } = useTranslation();
  const kind = kindKey(line.kind);
  const cause = causeKey(line.cause);
  if (!kind) return null;
  return (
    <li className={styles.line}>
      <time dateTime={line.at}>{clock(line.at, true, zone)}</time>
      <span>
        {t(kind)}
        {cause && <span className={styles.quiet}> {t(cause)}</span>}
      </span>
    </li>
  );
}
