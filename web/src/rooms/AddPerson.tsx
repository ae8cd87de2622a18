import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveAccess, peopleQuery, roomQuery } from '../api/queries';
import type { Access, Role, User } from '../api/types';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { toast } from '../ui/toast';
import { roleFailure, roleNames, rolesGivenBy } from './roles';
import styles from './RoomSettings.module.css';
import type { AdministeredRoom } from './useRoomChange';

/** Finds people by their address and gives them a role. */
export function AddPerson({ room, own }: { room: AdministeredRoom; own: Access | undefined }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role>('member');
  const wanted = useSettled(text.trim());
  const found = useQuery(peopleQuery(wanted.length >= 3 ? wanted : ''));
  const add = useMutation({
    mutationFn: (user: User) => giveAccess(room.id, user.id, role),
    onSuccess: (_access, user) => {
      setText('');
      toast(t('role.added', { name: user.full_name || user.email || user.id }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: roomQuery(room.slug).queryKey }),
  });
  const failed = roleFailure(add.error);
  const known = new Set(room.accesses.map(({ user }) => user.id));
  const isAsked = wanted.length >= 3 && text.trim() !== '';
  const people = isAsked ? (found.data?.results ?? []).filter(({ id }) => !known.has(id)) : [];
  return (
    <div className={styles.form}>
      <Field
        label={t('role.find')}
        hint={t('role.findHint')}
        value={text}
        inputMode="email"
        autoComplete="off"
        onChange={setText}
      />
      <Choice
        label={t('role.give')}
        value={role}
        options={rolesGivenBy(own).map((each) => [each, t(roleNames[each])] as const)}
        hint={t('role.meaning')}
        onChange={setRole}
      />
      {add.isError && <Notice kind="danger">{failed ? t(failed) : failure(add.error)}</Notice>}
      {found.isError && isAsked && <Notice kind="danger">{failure(found.error)}</Notice>}
      <div role="status">
        {isAsked && found.isSuccess && !found.isFetching && people.length === 0 && (
          <p className={styles.quiet}>{t('role.nobody')}</p>
        )}
      </div>
      {people.length > 0 && (
        <ul className={styles.people} aria-label={t('role.found')}>
          {people.map((user) => (
            <li key={user.id} className={styles.person}>
              <span className={styles.words}>
                <span>{user.full_name || user.email}</span>
                {user.full_name && <span className={styles.quiet}>{user.email}</span>}
              </span>
              <Button
                icon={<UserPlus aria-hidden />}
                isPending={add.isPending}
                aria-label={t('role.addOf', { name: user.full_name || user.email || user.id })}
                onPress={() => add.mutate(user)}
              >
                {t('role.add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
