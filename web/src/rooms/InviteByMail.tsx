import { useMutation } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { invite } from '../api/queries';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { toast } from '../ui/toast';
import { addressesIn } from './invitation';
import styles from './Rooms.module.css';

/** Sends the link by mail to people who are awaited in the meeting now. */
export function InviteByMail({ room }: { room: string }) {
  const { t } = useTranslation();
  const failure = useFailureText();
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const words = (error: unknown, addresses: readonly string[]): string[] => {
    if (!(error instanceof ApiError)) return [failure(error)];
    if (error.status === 400) {
      const wrong = wrongOnes(error.body, addresses);
      return wrong.length > 0 ? wrong.map((address) => t('invite.wrong', { address })) : [t('invite.tooManyAtOnce')];
    }
    if (error.status === 403) return [t('invite.notHost')];
    if (error.status === 429) return [t('invite.tooOften')];
    return [error.status >= 500 ? t('invite.notSent') : failure(error)];
  };
  const send = useMutation({
    mutationFn: (addresses: readonly string[]) => invite(room, addresses),
    onSuccess: (_answer, addresses) => {
      setText('');
      toast(t('invite.sent', { count: addresses.length }));
    },
    onError: (error, addresses) => setProblems(words(error, addresses)),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    const addresses = addressesIn(text);
    if (addresses.length === 0) setProblems([t('invite.none')]);
    else send.mutate(addresses);
  };
  return (
    <form className={styles.mail} onSubmit={submit} noValidate>
      <Field
        label={t('invite.addresses')}
        hint={t('invite.addressesHint')}
        value={text}
        inputMode="email"
        autoComplete="off"
        error={problems.length > 0 && <Lines lines={problems} />}
        onChange={(value) => {
          setText(value);
          setProblems([]);
        }}
      />
      <Button type="submit" wide icon={<Mail aria-hidden />} isPending={send.isPending}>
        {t('invite.send')}
      </Button>
    </form>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className={styles.line}>
      {line}
    </span>
  ));
}

/** The addresses that the server names as wrong, by their index (rooms contract 13). */
function wrongOnes(body: unknown, addresses: readonly string[]): string[] {
  const errors = typeof body === 'object' && body !== null && 'emails' in body ? body.emails : null;
  if (typeof errors !== 'object' || errors === null || Array.isArray(errors)) return [];
  return Object.keys(errors).flatMap((index) => addresses[Number(index)] ?? []);
}
