import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../api/client';
import { deleteRecording } from '../api/queries';
import type { Recording } from '../api/types';
import { navigate } from '../app/router';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { toast } from '../ui/toast';

/** The end of a recording, asked about once. */
export function DeleteRecording({ recording }: { recording: Recording }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [isOpen, setOpen] = useState(false);
  const page = `/recording/${recording.id}`;
  const remove = useMutation({
    // what is not there any more is deleted: that is what was wanted
    mutationFn: () =>
      deleteRecording(recording.id).catch((error: unknown) => {
        if (!isStatus(error, 404)) throw error;
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['recordings'] });
      toast(t('recording.deleted'));
      // whoever went elsewhere meanwhile stays there
      if (location.pathname === page) navigate('/', { replace: true });
      client.removeQueries({ queryKey: ['recording', recording.id] });
    },
    onError: (error) => toast(failure(error), { isError: true }),
    onSettled: () => setOpen(false),
  });
  return (
    <>
      <Button icon={<Trash2 aria-hidden />} onPress={() => setOpen(true)}>
        {t('recording.delete')}
      </Button>
      <Dialog
        title={t('recording.deleteQuestion')}
        isOpen={isOpen}
        urgent
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
            <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
              {t('recording.delete')}
            </Button>
          </>
        }
      >
        <p>{t('recording.deleteText')}</p>
      </Dialog>
    </>
  );
}
