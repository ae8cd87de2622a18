import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingPerson } from '../../api/types';
import { announce } from '../../ui/announce';
import { play } from '../recording/chime';

/** However many come, hosts hear a knock only so often (milliseconds). */
const quiet = 30_000;

/** Says, and lets hear once, that somebody new waits. */
export function useKnockNotices(waiting: readonly WaitingPerson[]): void {
  const { t } = useTranslation();
  const known = useRef<ReadonlySet<string>>(new Set());
  const heard = useRef(0);
  useEffect(() => {
    const fresh = waiting.filter(({ id }) => !known.current.has(id));
    known.current = new Set(waiting.map(({ id }) => id));
    const [first] = fresh;
    if (!first) return;
    announce(
      fresh.length === 1
        ? t('lobby.host.one', { name: first.username })
        : t('lobby.host.count', { count: fresh.length }),
    );
    if (Date.now() - heard.current < quiet) return;
    heard.current = Date.now();
    play([392, 392]);
  }, [waiting, t]);
}
