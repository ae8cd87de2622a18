import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../api/client';
import { revokeShare } from '../api/queries';
import type { Recording, Share } from '../api/types';
import { useFailureText } from '../app/useFailureText';
import { moment } from '../i18n/format';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { toast } from '../ui/toast';
import styles from './Sharing.module.css';

interface Props {
  recording: Recording;
  shares: readonly Share[];
  zone: string;
}

/** The links there are, how often each was opened, and their end. */
export function ShareList({ recording, shares, zone }: Props) {
  const { t } = useTranslation();
  const [asked, ask] = useState<Share | null>(null);
  if (shares.length === 0) return <p className={styles.quiet}>{t('share.none')}</p>;
  return (
    <>
      <ul className={styles.links} aria-label={t('share.links')}>
        {shares.map((share) => (
          <li key={share.id} className={styles.link}>
            <span className={styles.words}>
              <span>
                {t(share.is_expired ? 'share.expired' : 'share.until', { when: moment(share.expires_at, zone) })}
              </span>
              <span className={styles.quiet}>
                {t('share.views', { count: share.views })} ·{' '}
                {share.last_viewed_at
                  ? t('share.lastView', { when: moment(share.last_viewed_at, zone) })
                  : t('share.madeOn', { when: moment(share.created_at, zone) })}
              </span>
            </span>
            <End share={share} zone={zone} onPress={() => ask(share)} />
          </li>
        ))}
      </ul>
      {asked && <Revoke recording={recording} share={asked} onClose={() => ask(null)} />}
    </>
  );
}

function End({ share, zone, onPress }: { share: Share; zone: string; onPress: () => void }) {
  const { t } = useTranslation();
  const text = t(share.is_expired ? 'share.forget' : 'share.revoke');
  const label = `${text}: ${t('share.madeOn', { when: moment(share.created_at, zone) })}`;
  return (
    <Button aria-label={label} onPress={onPress}>
      {text}
    </Button>
  );
}

function Revoke({ recording, share, onClose }: { recording: Recording; share: Share; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const revoke = useMutation({
    mutationFn: () => revokeShare(recording.id, share.id),
    onSuccess: () => toast(t('share.revoked')),
    onError: (error) => (isStatus(error, 404) ? toast(t('share.revoked')) : toast(failure(error), { isError: true })),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['recording', recording.id] });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('share.revokeTitle')}
      isOpen
      urgent
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="danger" isPending={revoke.isPending} onPress={() => revoke.mutate()}>
            {t('share.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('share.revokeText')}</p>
    </Dialog>
  );
}
