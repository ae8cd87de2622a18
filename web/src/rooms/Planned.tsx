import { useTranslation } from 'react-i18next';
import type { Room } from '../api/types';
import { navigate } from '../app/router';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { InvitationCard } from './InvitationCard';

/** What to send to the others once a room was made for later. */
export default function Planned({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation();
  const actions = (
    <>
      <Button onPress={() => navigate(`/${room.slug}/settings`)}>{t('settings.title')}</Button>
      <Button look="primary" onPress={onClose}>
        {t('common.done')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('planned.title')} isOpen onClose={onClose} actions={actions}>
      <p>{t('planned.text')}</p>
      <InvitationCard room={room} />
    </Dialog>
  );
}
