import { useParticipants } from '@livekit/components-react';
import { Track, type Participant } from 'livekit-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { HandsSection } from '../hands/HandsSection';
import { CopyLink } from '../info/CopyLink';
import { WaitingSection } from '../lobby/WaitingSection';
import { useMeeting } from '../MeetingContext';
import { nameOf } from '../nameOf';
import { useModeration } from './moderation';
import styles from './People.module.css';
import { Person } from './Person';
import { RemoveDialog } from './RemoveDialog';
import { RemovedSection } from './RemovedSection';
import { RenameDialog } from './RenameDialog';

/** From how many people on a search is worth its place. */
const many = 10;

export type Question = { readonly about: 'remove'; readonly person: Participant } | { readonly about: 'rename' };

/** Who waits, who wants to speak, who is here; and what can be done about each of them. */
export function PeoplePanel() {
  const { t } = useTranslation();
  const people = useParticipants();
  const { room, isHost } = useMeeting();
  const [search, setSearch] = useState('');
  const [question, ask] = useState<Question | null>(null);
  const found = people.filter((person) => matches(nameOf(person), search));
  const close = () => ask(null);
  return (
    <>
      <div className={styles.scroll}>
        <WaitingSection />
        <HandsSection />
        <p className={styles.count}>{t('people.count', { count: people.length })}</p>
        {(people.length >= many || search !== '') && (
          <div className={styles.search}>
            <Field label={t('people.search')} type="search" value={search} onChange={setSearch} />
          </div>
        )}
        <ul className={styles.people} aria-label={t('people.title')}>
          {found.map((participant) => (
            <Person key={participant.identity} participant={participant} onAsk={ask} />
          ))}
        </ul>
        {found.length === 0 && <p className={styles.count}>{t('people.notFound', { search })}</p>}
        {isHost && <RemovedSection room={room.id ?? room.slug} />}
      </div>
      <div className={styles.invite}>
        <MuteAll people={people} />
        <CopyLink />
      </div>
      {question?.about === 'remove' && <RemoveDialog person={question.person} onClose={close} />}
      {question?.about === 'rename' && <RenameDialog onClose={close} />}
    </>
  );
}

function MuteAll({ people }: { people: readonly Participant[] }) {
  const { t } = useTranslation();
  const { isHost } = useMeeting();
  const { muteAll } = useModeration();
  const heard = people.filter((person) => {
    const microphone = person.getTrackPublication(Track.Source.Microphone);
    return !person.isLocal && microphone !== undefined && !microphone.isMuted;
  });
  if (!isHost || people.length < 3) return null;
  return (
    <Button wide isDisabled={heard.length === 0} onPress={() => muteAll(heard)}>
      {t('people.muteAll')}
    </Button>
  );
}

/** Whether every word of the search is in the name, whatever its case and accents. */
export function matches(name: string, search: string): boolean {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
  const within = plain(name);
  return plain(search)
    .split(/\s+/)
    .every((word) => within.includes(word));
}
