import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { MessagePage } from './MessagePage';
import { signIn } from './session';

/** What a page shows to somebody who is not signed in and must be. */
export function SignInFirst({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const action = (
    <Button look="primary" onPress={() => signIn()}>
      {t('page.signIn')}
    </Button>
  );
  return (
    <MessagePage title={title} actions={action}>
      {children}
    </MessagePage>
  );
}
