import type { Participant } from 'livekit-client';
import { Hand } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import stage from '../stage/Stage.module.css';
import { useHands } from './HandsProvider';

/** A raised hand on somebody's tile, with its place in the order. */
export function HandBadge({ participant }: { participant: Participant }) {
  const { t } = useTranslation();
  const { raised } = useHands();
  const place = raised.findIndex(({ identity }) => identity === participant.identity) + 1;
  if (place === 0) return null;
  return (
    <span className={stage.hand} role="img" aria-label={t('hand.place', { place })}>
      <Hand aria-hidden />
      {raised.length > 1 && place}
    </span>
  );
}
