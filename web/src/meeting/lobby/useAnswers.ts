import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, isStatus } from '../../api/client';
import { answerEntry } from '../../api/people';
import type { WaitingPerson } from '../../api/types';
import { useFailureText } from '../../app/useFailureText';
import type { Key } from '../../i18n';
import { toast } from '../../ui/toast';

/** Why somebody who waits could not be answered (contract: rooms 11.2); null when the general words say it. */
export function answerFailure(error: unknown): Key | null {
  if (isStatus(error, 403)) return 'lobby.error.notHost';
  if (!(error instanceof ApiError) || error.status !== 404) return null;
  return JSON.stringify(error.body ?? '').includes('no lobby') ? 'lobby.error.open' : 'lobby.error.gone';
}

/** The answers of this host: whoever is answered vanishes from the list at once, and comes back with a sentence when that failed. */
export function useAnswers(room: string, people: readonly WaitingPerson[], onAnswered: () => void) {
  const { t } = useTranslation();
  const failure = useFailureText();
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());

  // Who is not in the list any more may ask again later, and is to be seen then.
  useEffect(() => {
    setAnswered((before) => {
      const still = [...before].filter((id) => people.some((person) => person.id === id));
      return still.length === before.size ? before : new Set(still);
    });
  }, [people]);

  const answer = useCallback(
    (person: WaitingPerson, isAllowed: boolean) => {
      setAnswered((before) => new Set([...before, person.id]));
      void answerEntry(room, person.id, isAllowed).then(onAnswered, (error: unknown) => {
        setAnswered((before) => new Set([...before].filter((id) => id !== person.id)));
        const key = answerFailure(error);
        toast(key ? t(key, { name: person.username }) : failure(error), { isError: true });
        onAnswered();
      });
    },
    [room, onAnswered, failure, t],
  );
  const answerAll = useCallback(
    (everybody: readonly WaitingPerson[]) => everybody.forEach((person) => answer(person, true)),
    [answer],
  );
  const isAnswered = useCallback((id: string) => answered.has(id), [answered]);
  return { isAnswered, answer, answerAll };
}
