import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveKitAccess, Room } from '../api/types';
import type { Key } from '../i18n';
import { announce } from '../ui/announce';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Knock, type Entry } from './knock';
import styles from './PreJoin.module.css';

interface Props {
  room: Room;
  name: string;
  onAdmitted: (access: LiveKitAccess) => void;
  onGone: () => void;
  /** What the page is about now. */
  onTitle: (title: string) => void;
  /** The person does not want to wait any longer. */
  onLeave: () => void;
}

const titles: Record<'asking' | 'waiting' | 'denied', Key> = {
  asking: 'lobby.asking.title',
  waiting: 'lobby.waiting.title',
  denied: 'lobby.denied.title',
};

/** How long a host's no lasts at the server (contract: rooms 11), and when to say that it takes long. */
const times = { denied: 5_500, long: 180_000 };

/** At the door, asking the hosts to be let in; the preview beside it stays. */
export function Waiting({ room, name, onAdmitted, onGone, onTitle, onLeave }: Props) {
  const { t } = useTranslation();
  const { entry, isTroubled, askAgain } = useKnock(room, name, onAdmitted, onGone);
  const at = entry.at === 'gone' ? 'denied' : entry.at;
  const title = t(titles[at]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => onTitle(title), [title, onTitle]);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.form} aria-label={title}>
      <h1 ref={heading} className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      {isTroubled && <Notice kind="warning">{t('lobby.trouble')}</Notice>}
      {entry.at === 'denied' ? (
        <Denied atOnce={entry.atOnce} onAgain={askAgain} onLeave={onLeave} />
      ) : (
        <Patience room={room.name ?? room.slug} name={name} onLeave={onLeave} />
      )}
    </section>
  );
}

function Patience({ room, name, onLeave }: { room: string; name: string; onLeave: () => void }) {
  const { t } = useTranslation();
  const isLong = useLater(times.long);
  return (
    <>
      <div className={styles.waiting} aria-hidden>
        <span />
        <span />
        <span />
      </div>
      <p>{t('lobby.waiting.text', { room, name })}</p>
      <p className={styles.quiet}>{t(isLong ? 'lobby.waiting.long' : 'lobby.waiting.stay')}</p>
      <Button wide onPress={onLeave}>
        {t('lobby.leave')}
      </Button>
    </>
  );
}

function Denied({ atOnce, onAgain, onLeave }: { atOnce: boolean; onAgain: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  const mayAsk = useLater(times.denied);
  return (
    <>
      <p>{t(atOnce ? 'lobby.denied.atOnce' : 'lobby.denied.text')}</p>
      <Button look="primary" wide isDisabled={!mayAsk} onPress={onAgain}>
        {t(mayAsk ? 'lobby.denied.again' : 'lobby.denied.soon')}
      </Button>
      <Button wide onPress={onLeave}>
        {t('lobby.denied.back')}
      </Button>
    </>
  );
}

function useKnock(room: Room, name: string, onAdmitted: Props['onAdmitted'], onGone: () => void) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState<Entry>({ at: 'asking' });
  const [isTroubled, setTroubled] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const answered = useRef({ onAdmitted, onGone });
  useEffect(() => {
    answered.current = { onAdmitted, onGone };
  });
  useEffect(() => {
    setEntry({ at: 'asking' });
    const knock = new Knock({ id: room.id, slug: room.slug }, name, {
      onEntry: (now) => (now.at === 'gone' ? answered.current.onGone() : setEntry(now)),
      onTrouble: setTroubled,
      onAdmitted: (access) => {
        announce(t('lobby.admitted'), true);
        answered.current.onAdmitted(access);
      },
    });
    void knock.run();
    return () => knock.stop();
  }, [room.id, room.slug, name, attempt, t]);
  useEffect(() => {
    if (entry.at === 'waiting' || entry.at === 'denied') announce(t(titles[entry.at]), entry.at === 'denied');
  }, [entry.at, t]);
  return { entry, isTroubled, askAgain: () => setAttempt(attempt + 1) };
}

/** False until so much time has passed. */
function useLater(milliseconds: number): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isLater;
}
