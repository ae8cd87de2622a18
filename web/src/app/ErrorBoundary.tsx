import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/Button';
import { MessagePage } from './MessagePage';

interface Props {
  children: ReactNode;
}

/** Shows a message instead of a blank page when a page's code breaks or cannot be loaded. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation();
  const actions = (
    <>
      <Button look="primary" onPress={() => location.reload()}>
        {t('common.reload')}
      </Button>
      <ButtonLink href="/">{t('common.home')}</ButtonLink>
    </>
  );
  return (
    <MessagePage title={t('broken.title')} actions={actions}>
      {t('broken.text')}
    </MessagePage>
  );
}
