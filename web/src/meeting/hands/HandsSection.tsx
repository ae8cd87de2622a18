import type { Participant } from 'livekit-client';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { useMeeting } from '../MeetingContext';
import { nameOf } from '../nameOf';
import { useModeration } from '../people/moderation';
import people from '../people/People.module.css';
import { useHands } from './HandsProvider';

/** Whose turn it is: raised hands in order, which hosts can lower. */
export function HandsSection() {
  const { t } = useTranslation();
  const { isHost } = useMeeting();
  const { raised, toggleOwn } = useHands();
  const { lowerHand } = useModeration();
  const id = useId();
  const lower = (person: Participant) => (person.isLocal ? toggleOwn() : lowerHand(person));
  if (raised.length === 0) return null;
  return (
    <section className={people.section} aria-labelledby={id}>
      <header className={people.sectionHeader}>
        <h3 id={id}>{t('hand.title')}</h3>
        {isHost && raised.length > 1 && <Button onPress={() => raised.forEach(lower)}>{t('hand.lowerAll')}</Button>}
      </header>
      <ol>
        {raised.map((person, index) => (
          <li key={person.identity} className={people.person}>
            <span className={people.place}>{index + 1}</span>
            <Avatar name={nameOf(person)} color={person.attributes.color} />
            <span className={people.words}>
              <span className={people.name}>
                {person.isLocal ? t('stage.you', { name: nameOf(person) }) : nameOf(person)}
              </span>
            </span>
            {(isHost || person.isLocal) && (
              <Button
                look="quiet"
                aria-label={t('hand.lowerOf', { name: nameOf(person) })}
                onPress={() => lower(person)}
              >
                {t('hand.lower')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
