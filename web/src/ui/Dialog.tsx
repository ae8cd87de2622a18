import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the safest first; the last one is what the dialog is about. */
  actions?: ReactNode;
  /** A question that interrupts, read out at once. */
  urgent?: boolean;
}

/** A question or a form above the page; a sheet at the bottom of a phone. */
export function Dialog({ title, isOpen, onClose, children, actions, urgent = false }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog className={styles.dialog ?? ''} role={urgent ? 'alertdialog' : 'dialog'}>
          <header className={styles.header}>
            <Heading slot="title">{title}</Heading>
            <IconButton label={t('common.close')} onPress={onClose}>
              <X aria-hidden />
            </IconButton>
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
