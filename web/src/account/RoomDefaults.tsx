import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { configurationQuery, meQuery, saveDefaults } from '../api/queries';
import type { User } from '../api/types';
import { useFailureText } from '../app/useFailureText';
import { AccessLevels } from '../rooms/AccessLevels';
import { RuleSwitches } from '../rooms/RuleSwitches';
import { toast } from '../ui/toast';
import styles from './AccountPage.module.css';

type Defaults = Pick<User, 'default_room_access_level'> | Pick<User, 'default_room_configuration'>;

/** What rooms that this person creates begin with; rooms that are there stay as they are. */
export function RoomDefaults({ user }: { user: User }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const configuration = useQuery(configurationQuery).data;
  const merge = (change: Defaults) => client.setQueryData(meQuery.queryKey, (now) => now && { ...now, ...change });
  const save = useMutation({
    scope: { id: 'defaults' },
    mutationFn: (change: Defaults) => saveDefaults(user.id, change),
    onMutate: (change) => {
      const { default_room_access_level = null, default_room_configuration = {} } = user;
      merge(change);
      return { default_room_access_level, default_room_configuration };
    },
    onSuccess: () => toast(t('account.saved')),
    onError: (error, _change, before) => {
      if (before) merge(before);
      toast(t('host.notChanged', { why: failure(error) }), { isError: true });
    },
  });
  const level = user.default_room_access_level || configuration?.resource?.default_access_level || 'public';
  return (
    <section className={styles.defaults} aria-labelledby="defaults">
      <h2 id="defaults">{t('account.rooms')}</h2>
      <p className={styles.quiet}>{t('account.roomsHint')}</p>
      <AccessLevels
        label={t('access.title')}
        value={level}
        onChange={(chosen) => save.mutate({ default_room_access_level: chosen })}
      />
      <RuleSwitches
        label={t('host.rules')}
        configuration={user.default_room_configuration}
        onChange={(chosen) => save.mutate({ default_room_configuration: chosen })}
      />
    </section>
  );
}
