import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { copy } from '../ui/copy';
import styles from './Sharing.module.css';

/** A link that was just made; it is shown here and never again. */
export function NewLink({ address }: { address: string }) {
  const { t } = useTranslation();
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => self.current?.focus(), []);
  return (
    <div ref={self} className={styles.made} role="group" aria-label={t('share.made')} tabIndex={-1}>
      <p>{t('share.onlyNow')}</p>
      <p className={styles.address}>{address}</p>
      <Button
        look="primary"
        icon={<Copy aria-hidden />}
        onPress={() => void copy(address, t('room.linkCopied'), t('common.notCopied'))}
      >
        {t('share.copy')}
      </Button>
    </div>
  );
}
