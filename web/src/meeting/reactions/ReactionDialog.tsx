import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog';
import { ReactionPicker } from './ReactionPicker';

/** The reactions on a phone, whose bar has no room for them. */
export function ReactionDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('reaction.title')} isOpen={isOpen} onClose={onClose}>
      <ReactionPicker />
    </Dialog>
  );
}
