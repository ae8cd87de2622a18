import { useTranslation } from 'react-i18next';
import type { Room, User } from '../api/types';
import { MessagePage } from '../app/MessagePage';

/** Whether somebody is kept out of a room that would otherwise let them in: a host removed them from its meeting. */
export function isBarred(room: Room, user: User | null | undefined): boolean {
  if (room.livekit) return false;
  const isOpen = room.access_level === 'public' || (room.access_level === 'trusted' && Boolean(user));
  return isOpen || room.accesses !== undefined;
}

/** Who was removed stays out until the meeting is over. */
export function Removed() {
  const { t } = useTranslation();
  return <MessagePage title={t('ended.removed.title')}>{t('ended.removed.text')}</MessagePage>;
}
