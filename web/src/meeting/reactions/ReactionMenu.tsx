import { SmilePlus } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import controls from '../controls/Controls.module.css';
import { ReactionPicker } from './ReactionPicker';
import styles from './Reactions.module.css';

/** The bar's button with the reactions above it. */
export function ReactionMenu() {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button className={controls.control ?? ''} aria-label={t('reaction.title')} data-look="plain">
        <SmilePlus aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ''} placement="top">
        <Dialog className={styles.dialog ?? ''} aria-label={t('reaction.title')}>
          <ReactionPicker />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
