import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Reactions.module.css';
import { reactions } from './reactions';
import { useReactions } from './ReactionsProvider';

/** The eight reactions; it stays open, because applause is rarely a single clap. */
export function ReactionPicker() {
  const { t } = useTranslation();
  const { react } = useReactions();
  return (
    <div className={styles.picker} role="group" aria-label={t('reaction.title')}>
      {Object.entries(reactions).map(([name, reaction]) => (
        <Button key={name} className={styles.choice ?? ''} aria-label={t(reaction.name)} onPress={() => react(name)}>
          <span aria-hidden>{reaction.emoji}</span>
        </Button>
      ))}
    </div>
  );
}
