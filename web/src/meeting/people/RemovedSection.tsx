import { useMutation } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../../api/client';
import { readmitPerson } from '../../api/people';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { toast } from '../../ui/toast';
import { moderationFailure } from './moderation';
import styles from './People.module.css';
import { forgetRemoval, useRemoved, type Removed } from './removed';

/** Whom this host has put out: a removal that was a mistake is undone here. */
export function RemovedSection({ room }: { room: string }) {
  const { t } = useTranslation();
  const removed = useRemoved(room);
  const id = useId();
  const element = useRef<HTMLElement>(null);
  const readmit = useMutation({
    // nobody keeps them out any more: that is what was wanted
    mutationFn: (person: Removed) =>
      readmitPerson(room, person.identity).catch((error: unknown) => {
        if (!isStatus(error, 404)) throw error;
      }),
    onSuccess: (_, person) => {
      element.current?.closest<HTMLElement>('aside')?.focus();
      forgetRemoval(person);
      toast(t('people.readmitted', { name: person.name }));
    },
    onError: (error, { name }) => toast(t(moderationFailure(error), { name }), { isError: true }),
  });
  if (removed.length === 0) return null;
  return (
    <section ref={element} aria-labelledby={id}>
      <h3 id={id} className={styles.count}>
        {t('people.removedTitle')}
      </h3>
      <ul className={styles.people}>
        {removed.map((person) => (
          <li key={person.identity} className={styles.person}>
            <Avatar name={person.name} color={undefined} />
            <span className={styles.words}>
              <span className={styles.name}>{person.name}</span>
            </span>
            <Button
              aria-label={t('people.readmitName', { name: person.name })}
              isPending={readmit.isPending && readmit.variables.identity === person.identity}
              onPress={() => readmit.mutate(person)}
            >
              {t('people.readmit')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
