import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteRoom } from '../api/queries';
import { navigate } from '../app/router';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { toast } from '../ui/toast';
import styles from './RoomSettings.module.css';
import type { AdministeredRoom } from './useRoomChange';

/** The end of a room, asked about once; only owners can. */
export function DeleteRoom({ room, isOwner }: { room: AdministeredRoom; isOwner: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [isAsking, ask] = useState(false);
  const name = room.name ?? room.slug;
  const remove = useMutation({
    mutationFn: () => deleteRoom(room.id),
    onSuccess: () => {
      toast(t('settings.deleted', { name }));
      navigate('/');
      client.removeQueries({ queryKey: ['room', room.slug] });
      void client.invalidateQueries({ queryKey: ['rooms'] });
      void client.invalidateQueries({ queryKey: ['recordings'] });
    },
  });
  if (!isOwner) return <p className={styles.quiet}>{t('settings.deleteOwners')}</p>;
  const actions = (
    <>
      <Button onPress={() => ask(false)}>{t('common.cancel')}</Button>
      <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
        {t('settings.delete')}
      </Button>
    </>
  );
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>{t('settings.deleteText')}</p>
      <Button onPress={() => ask(true)}>{t('settings.delete')}</Button>
      <Dialog
        title={t('settings.deleteTitle', { name })}
        isOpen={isAsking}
        urgent
        onClose={() => ask(false)}
        actions={actions}
      >
        <p>{t('settings.deleteText')}</p>
        {remove.isError && <Notice kind="danger">{failure(remove.error)}</Notice>}
      </Dialog>
    </div>
  );
}
