import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { toast } from '../ui/toast';
import styles from './Sharing.module.css';

/** A link that was just made; it is shown here and never again. */
export function NewLink({ address }: { address: string }) {
  const { t } = useTranslation();
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => self.current?.focus(), [address]);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => toast(t('room.linkCopied')),
      () => toast(t('share.notCopied'), { isError: true }),
    );
  return (
    <div ref={self} className={styles.made} role="group" aria-label={t('share.made')} tabIndex={-1}>
      <p>{t('share.onlyNow')}</p>
      <p className={styles.address}>{address}</p>
      <Button look="primary" icon={<Copy aria-hidden />} onPress={() => void copy()}>
        {t('share.copy')}
      </Button>
    </div>
  );
}
