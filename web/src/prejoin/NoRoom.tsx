import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { createRoom } from '../api/queries';
import { MessagePage } from '../app/MessagePage';
import { signIn, useUser } from '../app/session';
import { useFailureText } from '../app/useFailureText';
import { Button, ButtonLink } from '../ui/Button';
import { toast } from '../ui/toast';

/** There is no such room: who is signed in can make it, others hear what to check. */
export function NoRoom({ slug, onCreated }: { slug: string; onCreated: () => void }) {
  const { t } = useTranslation();
  const user = useUser();
  const failure = useFailureText();
  const create = useMutation({
    mutationFn: () => createRoom(slug),
    onSuccess: onCreated,
    onError: (error) => toast(failure(error), { isError: true }),
  });
  const actions = (
    <>
      {user && (
        <Button look="primary" isPending={create.isPending} onPress={() => create.mutate()}>
          {t('room.absent.create')}
        </Button>
      )}
      {user === null && (
        <Button look="primary" onPress={() => signIn()}>
          {t('page.signIn')}
        </Button>
      )}
      <ButtonLink href="/">{t('common.home')}</ButtonLink>
    </>
  );
  return (
    <MessagePage title={t('room.absent.title')} actions={actions}>
      {t(user ? 'room.absent.textUser' : 'room.absent.text', { slug })}
    </MessagePage>
  );
}
