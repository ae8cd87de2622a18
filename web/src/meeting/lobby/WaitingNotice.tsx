import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { useMeeting } from '../MeetingContext';
import styles from './Lobby.module.css';
import { useLobby } from './LobbyProvider';

/** Tells a host who waits, above the stage, with the answer one press away; steps back while the list of people is open. */
export function WaitingNotice() {
  const { t } = useTranslation();
  const { panel, openPanel, isHost } = useMeeting();
  const { waiting, answer, admitAll } = useLobby();
  const element = useRef<HTMLElement>(null);
  const [first] = waiting;
  // The pressed button vanishes with the answer; the focus stays here.
  const after = (act: () => void) => () => {
    element.current?.focus();
    act();
  };
  if (!isHost) return null;
  return (
    <section ref={element} className={styles.notice} aria-label={t('lobby.host.door')} tabIndex={-1}>
      {panel !== 'people' && first && waiting.length === 1 && (
        <div className={styles.card} data-knock>
          <Avatar name={first.username} color={first.color} />
          <p className={styles.words}>{t('lobby.host.one', { name: first.username })}</p>
          <div className={styles.answers}>
            <Button onPress={after(() => answer(first, false))}>{t('lobby.host.deny')}</Button>
            <Button look="primary" onPress={after(() => answer(first, true))}>
              {t('lobby.host.admit')}
            </Button>
          </div>
        </div>
      )}
      {panel !== 'people' && waiting.length > 1 && (
        <div className={styles.card} data-knock>
          <p className={styles.words}>{t('lobby.host.count', { count: waiting.length })}</p>
          <div className={styles.answers}>
            <Button onPress={() => openPanel('people')}>{t('lobby.host.see')}</Button>
            <Button look="primary" onPress={after(admitAll)}>
              {t('lobby.host.admitAll')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
