import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../api/types';
import { signIn, useUser } from '../app/session';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import styles from './PreJoin.module.css';

interface Props {
  room: Room;
  name: string;
  onName: (name: string) => void;
  /** The question for a right to enter, as it stands. */
  join: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  onSubmit: () => void;
}

/** One's name and the one button: join, or ask to join where hosts decide. */
export function JoinForm({ room, name, onName, join, onSubmit }: Props) {
  const { t } = useTranslation();
  const user = useUser();
  const failure = useFailureText();
  const [problem, setProblem] = useState<string | null>(null);
  const isOpen = room.livekit !== undefined;
  const isForSignedIn = !isOpen && room.access_level === 'trusted' && user === null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (join.isPending) return;
    if (name.trim()) onSubmit();
    else setProblem(t('prejoin.nameMissing'));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1 className={styles.title}>{room.name ?? room.slug}</h1>
      <p className={styles.quiet}>{t(isOpen ? 'prejoin.text' : 'lobby.ask.text')}</p>
      {isForSignedIn && (
        <Notice action={<Button onPress={() => signIn()}>{t('lobby.trusted.signIn')}</Button>}>
          {t('lobby.trusted.text')}
        </Notice>
      )}
      <Field
        label={t('prejoin.name')}
        value={name}
        autoComplete="name"
        maxLength={80}
        error={problem}
        onChange={(value) => {
          onName(value);
          setProblem(null);
        }}
      />
      {join.isError && <Notice kind="danger">{failure(join.error)}</Notice>}
      <Button type="submit" look="primary" wide isPending={join.isPending}>
        {t(isOpen ? 'prejoin.join' : 'lobby.ask')}
      </Button>
    </form>
  );
}
