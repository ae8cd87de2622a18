import styles from './Reactions.module.css';
import { useReactions } from './ReactionsProvider';

/** The reactions over the stage. What they say is announced elsewhere, so this is for eyes only. */
export function FlyingReactions() {
  const { flights } = useReactions();
  return (
    <div className={styles.sky} aria-hidden>
      {flights.map(({ id, emoji, name, x }) => (
        <span key={id} className={styles.flight} style={{ left: `${x}%` }}>
          <span className={styles.emoji}>{emoji}</span>
          <span className={styles.name}>{name}</span>
        </span>
      ))}
    </div>
  );
}
