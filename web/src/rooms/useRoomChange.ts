import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roomQuery, updateRoom } from '../api/queries';
import type { Access, Room } from '../api/types';
import { useFailureText } from '../app/useFailureText';
import { toast } from '../ui/toast';

/** A room as its hosts get it. */
export type AdministeredRoom = Room & { readonly id: string; readonly accesses: readonly Access[] };

type Change = Partial<Pick<Room, 'access_level' | 'configuration'>>;

/** Changes the rules of a room: seen at once, and taken back with a sentence when the server refuses. */
export function useRoomChange(room: AdministeredRoom): (change: Change) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const key = roomQuery(room.slug).queryKey;
  const merge = (change: Change) => client.setQueryData(key, (now) => now && { ...now, ...change });
  const { mutate } = useMutation({
    scope: { id: `settings of ${room.id}` },
    mutationFn: (change: Change) => updateRoom(room.id, change),
    onMutate: (change) => {
      const before = { access_level: room.access_level, configuration: room.configuration ?? {} };
      merge(change);
      return before;
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['rooms'] });
      toast(t('account.saved'));
    },
    onError: (error, _change, before) => {
      if (before) merge(before);
      toast(t('host.notChanged', { why: failure(error) }), { isError: true });
    },
  });
  return mutate;
}
