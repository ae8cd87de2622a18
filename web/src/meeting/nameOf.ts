import type { Participant } from 'livekit-client';

/** How a participant is called; people without a name are called by their identity. */
export function nameOf({ name, identity }: Pick<Participant, 'name' | 'identity'>): string {
  return name || identity;
}
