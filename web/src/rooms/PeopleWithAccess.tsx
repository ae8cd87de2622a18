import { useMutation, useQueryClient } from '@tanstack/react-query';
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeAccess, removeAccess, roomQuery } from '../api/queries';
import type { Access, Role } from '../api/types';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { IconButton } from '../ui/IconButton';
import { Notice } from '../ui/Notice';
import { AddPerson } from './AddPerson';
import { refusal, roleFailure, roleNames, rolesGivenBy } from './roles';
import styles from './RoomSettings.module.css';
import type { AdministeredRoom } from './useRoomChange';

interface Props {
  room: AdministeredRoom;
  /** The access of the person at this page. */
  own: Access | undefined;
}

/** Who has a role on the room; roles are changed, given and taken here. */
export function PeopleWithAccess({ room, own }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [leaving, setLeaving] = useState<Access | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: roomQuery(room.slug).queryKey });
  const options = {
    onSuccess: () => setLeaving(null),
    onSettled: refresh,
  };
  const change = useMutation({
    mutationFn: ({ access, role }: { access: Access; role: Role }) => changeAccess(access.id, role),
    ...options,
  });
  const remove = useMutation({ mutationFn: (access: Access) => removeAccess(access.id), ...options });
  const words = (error: unknown) => {
    const key = roleFailure(error);
    return key ? t(key) : failure(error);
  };
  return (
    <>
      {change.isError && <Notice kind="danger">{words(change.error)}</Notice>}
      <ul className={styles.people} aria-label={t('settings.people')}>
        {room.accesses.map((access) => (
          <Person
            key={access.id}
            access={access}
            own={own}
            role={change.isPending && change.variables.access.id === access.id ? change.variables.role : access.role}
            onRole={(role) => change.mutate({ access, role })}
            onRemove={() => {
              remove.reset();
              setLeaving(access);
            }}
          />
        ))}
      </ul>
      <AddPerson room={room} own={own} />
      {leaving && (
        <Dialog
          title={t('role.removeTitle', { name: nameOf(leaving) })}
          isOpen
          urgent
          onClose={() => setLeaving(null)}
          actions={
            <>
              <Button onPress={() => setLeaving(null)}>{t('common.cancel')}</Button>
              <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate(leaving)}>
                {t('role.remove')}
              </Button>
            </>
          }
        >
          <p>{t(leaving.id === own?.id ? 'role.removeSelf' : 'role.removeText')}</p>
          {remove.isError && <Notice kind="danger">{words(remove.error)}</Notice>}
        </Dialog>
      )}
    </>
  );
}

interface PersonProps {
  access: Access;
  own: Access | undefined;
  role: Role;
  onRole: (role: Role) => void;
  onRemove: () => void;
}

function Person({ access, own, role, onRole, onRemove }: PersonProps) {
  const { t } = useTranslation();
  const name = nameOf(access);
  const refused = refusal(access, own);
  const isMe = access.id === own?.id;
  return (
    <li className={styles.person}>
      <span className={styles.words}>
        <span>{isMe ? t('stage.you', { name }) : name}</span>
        {access.user.email && access.user.email !== name && <span className={styles.quiet}>{access.user.email}</span>}
        {refused && <span className={styles.quiet}>{t(refused)}</span>}
      </span>
      {refused ? (
        <span className={styles.fixed}>{t(roleNames[role])}</span>
      ) : (
        <>
          <select
            className={styles.role}
            aria-label={t('role.of', { name })}
            value={role}
            onChange={(event) => onRole(event.target.value as Role)}
          >
            {rolesGivenBy(own).map((each) => (
              <option key={each} value={each}>
                {t(roleNames[each])}
              </option>
            ))}
          </select>
          <IconButton label={t('role.removeOf', { name })} onPress={onRemove}>
            <UserMinus aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  );
}

function nameOf({ user }: Access): string {
  return user.full_name || user.email || user.id;
}
