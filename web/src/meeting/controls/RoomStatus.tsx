import { useEffect, useState } from 'react';
import { duration } from '../../i18n/format';
import { useMeeting } from '../MeetingContext';
import { RecordingBadge } from '../recording/RecordingBadge';
import styles from './Controls.module.css';

/** Which room this is, for how long one is in, and whether it is recorded. */
export function RoomStatus() {
  const { room } = useMeeting();
  const [since] = useState(Date.now);
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={styles.status}>
      <span className={styles.roomName}>{room.name ?? room.slug}</span>
      <span className={styles.time}>{duration(now - since)}</span>
      <RecordingBadge />
    </div>
  );
}
