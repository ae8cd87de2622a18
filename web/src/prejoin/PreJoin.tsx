import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { enter } from '../api/queries';
import type { Room } from '../api/types';
import { Page } from '../app/Page';
import { fetchMeetingAhead } from '../app/pages';
import { shownName, useUser } from '../app/session';
import { remember } from '../app/store';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { recallChoices, rememberChoices } from './choices';
import { DevicePreview } from './DevicePreview';
import styles from './PreJoin.module.css';

interface Props {
  room: Room;
  onJoin: (room: Room, name: string) => void;
  /** The room was open to this person a moment ago and is not any more. */
  onRefused: () => void;
}

/** The door: see oneself, choose devices, say one's name, join. Nothing here is in the way of joining. */
export function PreJoin({ room, onJoin, onRefused }: Props) {
  const { t } = useTranslation();
  const user = useUser();
  const failure = useFailureText();
  const [choices, setChoices] = useState(recallChoices);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const name = typed ?? shownName(user);
  useEffect(fetchMeetingAhead, []);
  useEffect(() => rememberChoices(choices), [choices]);
  const join = useMutation({
    mutationFn: () => enter(room.slug, name.trim()),
    onSuccess: (entered) => {
      if (entered?.livekit) onJoin(entered, name.trim());
      else onRefused();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (join.isPending) return;
    if (!name.trim()) {
      setProblem(t('prejoin.nameMissing'));
      return;
    }
    if (typed !== null) remember('name', name.trim() === user?.full_name ? null : name.trim());
    join.mutate();
  };
  return (
    <Page title={room.name ?? room.slug}>
      <div className={styles.door}>
        <DevicePreview choices={choices} name={name} onChange={setChoices} />
        <form className={styles.form} onSubmit={submit} noValidate>
          <h1 className={styles.title}>{room.name ?? room.slug}</h1>
          <p className={styles.quiet}>{t('prejoin.text')}</p>
          <Field
            label={t('prejoin.name')}
            value={name}
            autoComplete="name"
            maxLength={80}
            error={problem}
            onChange={(value) => {
              setTyped(value);
              setProblem(null);
            }}
          />
          {join.isError && <Notice kind="danger">{failure(join.error)}</Notice>}
          <Button type="submit" look="primary" wide isPending={join.isPending}>
            {t('prejoin.join')}
          </Button>
        </form>
      </div>
    </Page>
  );
}
