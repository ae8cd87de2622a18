import { useQuery } from '@tanstack/react-query';
import { AudioLines, Film } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { myRecordingsQuery } from '../api/queries';
import type { Recording } from '../api/types';
import { Link } from '../app/router';
import { useUser } from '../app/session';
import { moment } from '../i18n/format';
import { isUnderWay, statusKey } from '../recordings/status';
import { List } from './List';
import styles from './List.module.css';

export function MyRecordings() {
  const { t } = useTranslation();
  const zone = useUser()?.timezone;
  const [page, setPage] = useState(1);
  const recordings = useQuery({
    ...myRecordingsQuery(page),
    refetchInterval: ({ state }) => (state.data?.results.some(isUnderWay) ? 5000 : false),
  });
  return (
    <List
      title={t('home.recordings.title')}
      empty={t('home.recordings.empty')}
      query={recordings}
      page={page}
      onPage={setPage}
    >
      {(recording) => <RecordingRow key={recording.id} recording={recording} zone={zone} />}
    </List>
  );
}

function RecordingRow({ recording, zone }: { recording: Recording; zone: string | undefined }) {
  const { t } = useTranslation();
  const Icon = recording.mode === 'transcript' ? AudioLines : Film;
  return (
    <li className={styles.row}>
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <Link href={`/recording/${recording.id}`} className={styles.name}>
          {recording.room.name}
        </Link>
        <span className={styles.quiet}>{moment(recording.created_at, zone)}</span>
      </div>
      <span className={styles.state}>{t(statusKey(recording))}</span>
    </li>
  );
}
