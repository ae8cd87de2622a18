import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../api/client';
import { revokeShare, sharesQuery } from '../api/queries';
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
  const self = useFocusAfterLoss(asked === null ? shares.length : null);
  return (
    <div ref={self} className={styles.list} tabIndex={-1}>
      {shares.length === 0 && <p className={styles.quiet}>{t('share.none')}</p>}
      {shares.length > 0 && (
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
      )}
      {asked && <Revoke recording={recording} share={asked} onClose={() => ask(null)} />}
    </div>
  );
}

/** When something is gone from a list, and the button that did it with it, the focus goes to the list. */
function useFocusAfterLoss(count: number | null) {
  const self = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count === null) return;
    const isLess = before.current !== null && count < before.current;
    before.current = count;
    if (!isLess) return;
    // after the dialog, which gives the focus back to what is not there any more
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) self.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [count]);
  return self;
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
    // what is not there any more is revoked: that is what was wanted
    mutationFn: () =>
      revokeShare(recording.id, share.id).catch((error: unknown) => {
        if (!isStatus(error, 404)) throw error;
      }),
    onSuccess: () => {
      toast(t('share.revoked'));
      client.setQueryData(
        sharesQuery(recording.id).queryKey,
        (old) => old && { ...old, results: old.results.filter(({ id }) => id !== share.id) },
      );
    },
    onError: (error) => toast(failure(error), { isError: true }),
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
