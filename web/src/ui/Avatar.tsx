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

/** The colour our server gives to a person, darkened until white letters can be read on it; slate when it is no colour. */
export function safeColor(color: string | undefined): string {
  const parts = /^hsl\((\d{1,3}), ?(\d{1,3})%, ?(\d{1,3})%\)$/.exec(color ?? '');
  if (!parts) return 'hsl(222, 20%, 38%)';
  const [hue, saturation, lightness] = parts.slice(1).map(Number) as [number, number, number];
  const [h, s] = [hue % 361, Math.min(75, saturation)];
  let l = Math.min(50, lightness);
  while (1.05 / (luminance(h, s, l) + 0.05) < 4.6) l -= 1;
  return `hsl(${h}, ${s}%, ${l}%)`;
}

/** Relative luminance (WCAG) of an hsl colour. */
function luminance(hue: number, saturation: number, lightness: number): number {
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(4);
}
