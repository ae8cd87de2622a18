import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/Button';
import styles from './MessagePage.module.css';
import { Page } from './Page';

interface Props {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  isOpen?: boolean;
}

/** A page that says one thing: what happened, and what can be done. */
export function MessagePage({ title, children, actions, isOpen = false }: Props) {
  const { t } = useTranslation();
  return (
    <Page title={title} isOpen={isOpen}>
      <div className={styles.message}>
        <h1>{title}</h1>
        <div className={styles.text}>{children}</div>
        <div className={styles.actions}>{actions ?? <ButtonLink href="/">{t('common.home')}</ButtonLink>}</div>
      </div>
    </Page>
  );
}
