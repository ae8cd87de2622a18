import { useConnectionState } from '@livekit/components-react';
import { ConnectionState } from 'livekit-client';
import { useTranslation } from 'react-i18next';
import { CopyLink } from '../info/CopyLink';
import styles from './Stage.module.css';

/** What to do while nobody else is there: send them the link. */
export function Alone() {
  const { t } = useTranslation();
  const isIn = useConnectionState() === ConnectionState.Connected;
  if (!isIn) return null;
  return (
    <div className={styles.alone}>
      <p>{t('stage.alone')}</p>
      <CopyLink />
    </div>
  );
}
