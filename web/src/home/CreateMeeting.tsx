import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Video } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { createRoom } from '../api/queries';
import { isReserved, navigate } from '../app/router';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import styles from './HomePage.module.css';
import { randomName, slugOf } from './names';

/** One field that may stay empty, and the button that the page is about. */
export function CreateMeeting() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: createRoom,
    onSuccess: (room) => {
      void client.invalidateQueries({ queryKey: ['rooms'] });
      navigate(`/${room.slug}`);
    },
    onError: (error) => setProblem(isTaken(error) ? t('home.create.taken') : failure(error)),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    const wanted = name.trim();
    const slug = slugOf(wanted);
    if (wanted && !slug) setProblem(t('home.create.unreadable'));
    else if (slug.length > 100) setProblem(t('home.create.long'));
    else if (isReserved(slug)) setProblem(t('home.create.reserved'));
    else create.mutate(wanted || randomName());
  };
  return (
    <section aria-labelledby="create" className={styles.section}>
      <h2 id="create">{t('home.create.title')}</h2>
      <form className={styles.form} onSubmit={submit} noValidate>
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
      </form>
    </section>
  );
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof ApiError && error.status === 400 && typeof error.body === 'object' && 'slug' in (error.body ?? {})
  );
}
