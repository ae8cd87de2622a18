import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endMeeting, stopRecording } from '../../api/queries';
import { useFailureText } from '../../app/useFailureText';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { useMeeting } from '../MeetingContext';
import { failureKey } from '../recording/failure';
import styles from './Controls.module.css';

interface Props {
  room: string;
  isRecorded: boolean;
  onClose: () => void;
}

/** Asked only of a host who leaves others or a recording behind: who goes, and what goes on. */
export function LeaveDialog(props: Props) {
  const [isEnding, setEnding] = useState(false);
  return isEnding ? (
    <EndDialog {...props} onBack={() => setEnding(false)} />
  ) : (
    <GoDialog {...props} onEnd={() => setEnding(true)} />
  );
}

function GoDialog({ room, isRecorded, onClose, onEnd }: Props & { onEnd: () => void }) {
  const { t } = useTranslation();
  const { leave } = useMeeting();
  const stop = useMutation({ mutationFn: () => stopRecording(room), onSuccess: leave });
  return (
    <Dialog title={t(isRecorded ? 'leave.title' : 'leave.hostTitle')} isOpen urgent onClose={onClose}>
      <p>{t(isRecorded ? 'leave.text' : 'leave.hostText')}</p>
      {stop.isError && <Notice kind="danger">{t(failureKey(stop.error, 'stop'))}</Notice>}
      <div className={styles.choices}>
        <Button look="primary" wide onPress={leave}>
          {t(isRecorded ? 'leave.keep' : 'leave.only')}
        </Button>
        {isRecorded && (
          <Button wide isPending={stop.isPending} onPress={() => stop.mutate()}>
            {t('leave.stop')}
          </Button>
        )}
        <Button look="danger" wide onPress={onEnd}>
          {t('leave.end')}
        </Button>
      </div>
    </Dialog>
  );
}

/** How long the end may take to come from LiveKit, in milliseconds. */
const patience = 4000;

function EndDialog({ room, isRecorded, onClose, onBack }: Props & { onBack: () => void }) {
  const { t } = useTranslation();
  const { leave } = useMeeting();
  const failure = useFailureText();
  const end = useMutation({ mutationFn: () => endMeeting(room) });
  const isOver = end.isSuccess;
  useEffect(() => {
    // The end comes to this page as to everybody's; a connection that is down does not bring it.
    const timer = isOver ? setTimeout(leave, patience) : undefined;
    return () => clearTimeout(timer);
  }, [isOver, leave]);
  const actions = (
    <>
      <Button onPress={onBack}>{t('common.back')}</Button>
      <Button look="danger" isPending={end.isPending || isOver} onPress={() => end.mutate()}>
        {t('leave.end')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('leave.endTitle')} isOpen urgent onClose={onClose} actions={actions}>
      <p>{t('leave.endText')}</p>
      {isRecorded && <p>{t('leave.endRecorded')}</p>}
      {end.isError && <Notice kind="danger">{failure(end.error)}</Notice>}
    </Dialog>
  );
}
