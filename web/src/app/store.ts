/** What this browser remembers: our keys in local storage, tolerant of a browser that refuses it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`causerie.${key}`);
    else localStorage.setItem(`causerie.${key}`, value);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`causerie.${key}`);
  } catch {
    return null;
  }
}
