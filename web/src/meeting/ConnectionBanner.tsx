import { useAudioPlayback, useConnectionState, useRoomContext } from '@livekit/components-react';
import { ConnectionState } from 'livekit-client';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import styles from './Meeting.module.css';
import { useMeeting } from './MeetingContext';
import type { Phase } from './useConnection';

/** What is wrong with the connection, or the one button that the browser wants before it plays sound. */
export function ConnectionBanner({ phase }: { phase: Phase }) {
  const { t } = useTranslation();
  const room = useRoomContext();
  const state = useConnectionState(room);
  const { canPlayAudio, startAudio } = useAudioPlayback(room);
  const { leave } = useMeeting();
  const isBack = phase === 'connected' && state === ConnectionState.Connected;
  if (isBack && canPlayAudio) return null;
  if (isBack) {
    return (
      <div className={styles.banner} role="alert">
        {t('connection.silent')}
        <Button look="primary" onPress={() => void startAudio()}>
          {t('connection.startAudio')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.banner} role="status">
      {t(phase === 'connecting' ? 'connection.connecting' : 'connection.reconnecting')}
      <Button look="quiet" onPress={leave}>
        {t('control.leave')}
      </Button>
    </div>
  );
}
