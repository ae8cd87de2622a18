import { useTranslation } from 'react-i18next';
import { InvitationCard } from '../../rooms/InvitationCard';
import { InviteByMail } from '../../rooms/InviteByMail';
import { useMeeting } from '../MeetingContext';
import styles from './Info.module.css';

/** How others get in. */
export function InfoPanel() {
  const { t } = useTranslation();
  const { room, isHost } = useMeeting();
  return (
    <div className={styles.info}>
      <p>{t('info.text')}</p>
      <InvitationCard room={room} />
      {isHost && room.id !== null && <InviteByMail room={room.id} />}
    </div>
  );
}
