import { useTranslation } from 'react-i18next';
import { useMeeting } from '../MeetingContext';
import { CopyLink, linkTo } from './CopyLink';
import styles from './Info.module.css';

/** How others get in. */
export function InfoPanel() {
  const { t } = useTranslation();
  const { room } = useMeeting();
  return (
    <div className={styles.info}>
      <p>{t('info.text')}</p>
      <p className={styles.link}>{linkTo(room.slug)}</p>
      <CopyLink />
    </div>
  );
}
