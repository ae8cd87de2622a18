import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { followHand } from './hand';
import { IconButton } from './IconButton';
import { dismiss, useToasts } from './toast';
import styles from './Toasts.module.css';

/** What is told for a few seconds, above everything else: nothing lies over it, and touching it closes no dialog. */
export function Toasts() {
  const { t } = useTranslation();
  const toasts = useToasts();
  useEffect(followHand, []);
  if (toasts.length === 0) return null;
  return (
    <section
      className={styles.region}
      aria-label={t('common.notices')}
      data-above={toasts.at(-1)?.isAbove ? true : undefined}
      data-react-aria-top-layer="true"
    >
      {toasts.map(({ id, text, isError, action }) => (
        <div key={id} className={styles.toast} data-error={isError || undefined}>
          <p className={styles.text}>{text}</p>
          {action && (
            <Button
              look="quiet"
              onPress={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.text}
            </Button>
          )}
          <IconButton label={t('common.dismiss')} onPress={() => dismiss(id)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
