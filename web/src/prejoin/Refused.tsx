import { useTranslation } from 'react-i18next';
import type { Room } from '../api/types';
import { MessagePage } from '../app/MessagePage';
import { signIn, useUser } from '../app/session';
import { Button, ButtonLink } from '../ui/Button';

/** The room is there, but not open to this person: who could change that. */
export function Refused({ room }: { room: Room }) {
  const { t } = useTranslation();
  const user = useUser();
  const canSignIn = user === null;
  const isForSignedIn = room.access_level === 'trusted' && canSignIn;
  const actions = (
    <>
      {canSignIn && (
        <Button look="primary" onPress={() => signIn()}>
          {t('page.signIn')}
        </Button>
      )}
      <ButtonLink href="/">{t('common.home')}</ButtonLink>
    </>
  );
  return (
    <MessagePage title={t(isForSignedIn ? 'room.refused.trustedTitle' : 'room.refused.title')} actions={actions}>
      {t(isForSignedIn ? 'room.refused.trusted' : 'room.refused.text', { name: room.name ?? room.slug })}
    </MessagePage>
  );
}
