import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarPlus, Video } from 'lucide-react';
import { lazy, Suspense, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { createRoom } from '../api/queries';
import type { Room } from '../api/types';
import { navigate } from '../app/router';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import styles from './HomePage.module.css';
import { isTaken, nameProblem, randomName } from './names';

const Planned = lazy(() => import('../rooms/Planned'));

/** One field that may stay empty, and the button that the page is about; or the invitation only, for later. */
export function CreateMeeting() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [planned, setPlanned] = useState<Room | null>(null);
  const create = useMutation({
    mutationFn: ({ wanted }: { wanted: string; isForLater: boolean }) => createRoom(wanted),
    onSuccess: (room, { isForLater }) => {
      void client.invalidateQueries({ queryKey: ['rooms'] });
      if (isForLater) {
        setName('');
        setPlanned(room);
      } else {
        navigate(`/${room.slug}`);
      }
    },
    onError: (error) => setProblem(isTaken(error) ? t('home.create.taken') : failure(error)),
  });
  const submit = (isForLater: boolean) => {
    if (create.isPending) return;
    const wanted = name.trim();
    const wrong = nameProblem(wanted);
    if (wrong) setProblem(t(wrong));
    else create.mutate({ wanted: wanted || randomName(), isForLater });
  };
  return (
    <section aria-labelledby="create" className={styles.section}>
      <h2 id="create">{t('home.create.title')}</h2>
      <form
        className={styles.form}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          submit(false);
        }}
        noValidate
      >
        <Field
          label={t('home.create.name')}
          hint={t('home.create.hint')}
          value={name}
          maxLength={100}
          error={problem}
          onChange={(value) => {
            setName(value);
            setProblem(null);
          }}
        />
        <Button type="submit" look="primary" wide icon={<Video aria-hidden />} isPending={create.isPending}>
          {t('home.create.submit')}
        </Button>
        <Button
          look="quiet"
          wide
          icon={<CalendarPlus aria-hidden />}
          isPending={create.isPending}
          onPress={() => submit(true)}
        >
          {t('home.create.later')}
        </Button>
      </form>
      {planned && (
        <Suspense>
          <Planned room={planned} onClose={() => setPlanned(null)} />
        </Suspense>
      )}
    </section>
  );
}
