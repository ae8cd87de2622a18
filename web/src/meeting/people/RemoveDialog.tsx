import { useMutation } from '@tanstack/react-query';
import type { Participant } from 'livekit-client';
import { useTranslation } from 'react-i18next';
import { removePerson } from '../../api/people';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { toast } from '../../ui/toast';
import { useMeeting } from '../MeetingContext';
import { nameOf } from '../nameOf';
import { moderationFailure } from './moderation';
import { noteRemoval } from './removed';

/** Asked before somebody is put out, because they cannot come back while the meeting goes on. */
export function RemoveDialog({ person, onClose }: { person: Participant; onClose: () => void }) {
  const { t } = useTranslation();
  const { room } = useMeeting();
  const name = nameOf(person);
  const id = room.id ?? room.slug;
  const remove = useMutation({
    mutationFn: () => removePerson(id, person.identity),
    onSuccess: () => {
      noteRemoval({ room: id, identity: person.identity, name });
      toast(t('people.removed', { name }));
      onClose();
    },
  });
  const actions = (
    <>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
      <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
        {t('people.remove')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('people.removeQuestion', { name })} isOpen urgent onClose={onClose} actions={actions}>
      <p>{t('people.removeText')}</p>
      {remove.isError && <Notice kind="danger">{t(moderationFailure(remove.error), { name })}</Notice>}
    </Dialog>
  );
}
