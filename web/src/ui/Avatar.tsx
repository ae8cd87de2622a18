import styles from './Avatar.module.css';

/** A person without a picture: initials on their colour. `color` comes from outside and is used only if it is an hsl colour. */
export function Avatar({ name, color }: { name: string; color?: string | undefined }) {
  return (
    <span className={styles.avatar} style={{ backgroundColor: safeColor(color) }} aria-hidden>
      {initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.split(/[\s@._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = picked.map((word) => /[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '').join('');
  return letters.toLocaleUpperCase() || '?';
}

/** The colour our server gives to a person, or slate when it is anything else. Dark enough for white letters. */
export function safeColor(color: string | undefined): string {
  const parts = /^hsl\((\d{1,3}), ?(\d{1,3})%, ?(\d{1,3})%\)$/.exec(color ?? '');
  if (!parts) return 'hsl(222, 20%, 38%)';
  const [hue, saturation, lightness] = parts.slice(1).map(Number) as [number, number, number];
  return `hsl(${hue % 361}, ${Math.min(75, saturation)}%, ${Math.min(40, lightness)}%)`;
}
