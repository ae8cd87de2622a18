import { Check, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import people from '../people/People.module.css';
import { useLobby } from './LobbyProvider';

/** Who waits at the door, in the panel of people. */
export function WaitingSection() {
  const { t } = useTranslation();
  const { waiting, answer, admitAll } = useLobby();
  const id = useId();
  const element = useRef<HTMLElement>(null);
  const after = (act: () => void) => () => {
    element.current?.closest<HTMLElement>('aside')?.focus();
    act();
  };
  if (waiting.length === 0) return null;
  return (
    <section ref={element} className={people.section} aria-labelledby={id}>
      <header className={people.sectionHeader}>
        <h3 id={id}>{t('lobby.host.title')}</h3>
        {waiting.length > 1 && (
          <Button look="primary" onPress={after(admitAll)}>
            {t('lobby.host.admitAll')}
          </Button>
        )}
      </header>
      <ul>
        {waiting.map((person) => (
          <li key={person.id} className={people.person}>
            <Avatar name={person.username} color={person.color} />
            <span className={people.words}>
              <span className={people.name}>{person.username}</span>
            </span>
            <IconButton
              label={t('lobby.host.denyName', { name: person.username })}
              onPress={after(() => answer(person, false))}
            >
              <X aria-hidden />
            </IconButton>
            <IconButton
              label={t('lobby.host.admitName', { name: person.username })}
              onPress={after(() => answer(person, true))}
            >
              <Check aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
