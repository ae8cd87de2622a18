import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { updateRoom } from '../api/queries';
import { navigate } from '../app/router';
import { useFailureText } from '../app/useFailureText';
import { isTaken, nameProblem, slugOf } from '../home/names';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { toast } from '../ui/toast';
import styles from './RoomSettings.module.css';
import type { AdministeredRoom } from './useRoomChange';

/** The name; the link is made of it, so a new name is a new link, and that is said before. */
export function RoomName({ room }: { room: AdministeredRoom }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [name, setName] = useState(room.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (wanted: string) => updateRoom(room.id, { name: wanted }),
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: ['rooms'] });
      void client.invalidateQueries({ queryKey: ['room'] });
      toast(t(saved.slug === room.slug ? 'account.saved' : 'settings.renamed'));
      navigate(`/${saved.slug}/settings`, { replace: true });
    },
    onError: (error) => setProblem(isTaken(error) ? t('settings.nameTaken') : failure(error)),
  });
  const wanted = name.trim();
  const slug = slugOf(wanted);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const wrong = wanted ? nameProblem(wanted) : 'settings.nameMissing';
    if (wrong) setProblem(t(wrong));
    else save.mutate(wanted);
  };
  const isNewLink = slug !== '' && slug !== room.slug;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={t('home.create.name')}
        hint={isNewLink ? t('settings.newLink', { link: `${location.origin}/${slug}` }) : t('settings.nameHint')}
        value={name}
        maxLength={100}
        error={problem}
        onChange={(value) => {
          setName(value);
          setProblem(null);
        }}
      />
      <Button type="submit" isPending={save.isPending}>
        {t('common.save')}
      </Button>
    </form>
  );
}
