import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { stopRecording } from '../../api/queries';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { useMeeting } from '../MeetingContext';
import { failureKey } from '../recording/failure';

interface Props {
  room: string;
  onClose: () => void;
}

/** Asked only of a host who leaves while the room is recorded: the recording would go on without them. */
export function LeaveDialog({ room, onClose }: Props) {
  const { t } = useTranslation();
  const { leave } = useMeeting();
  const stop = useMutation({ mutationFn: () => stopRecording(room), onSuccess: leave });
  const actions = (
    <>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
      <Button onPress={leave}>{t('leave.keep')}</Button>
      <Button look="danger" isPending={stop.isPending} onPress={() => stop.mutate()}>
        {t('leave.stop')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('leave.title')} isOpen urgent onClose={onClose} actions={actions}>
      <p>{t('leave.text')}</p>
      {stop.isError && <Notice kind="danger">{t(failureKey(stop.error, 'stop'))}</Notice>}
    </Dialog>
  );
}
