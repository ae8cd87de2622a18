/** Text for the screen reader only; `assertive` interrupts, for what must not be missed. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly assertive: boolean;
}

const listeners = new Set<(announcement: Announcement) => void>();
let last = 0;

export function announce(text: string, assertive = false): void {
  last += 1;
  const announcement = { id: last, text, assertive };
  listeners.forEach((listener) => listener(announcement));
}

export function onAnnouncement(listener: (announcement: Announcement) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
