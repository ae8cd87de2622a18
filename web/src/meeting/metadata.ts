import type { Room } from '../api/types';

/** What hosts can change of a room while people are in it. */
export type RoomChange = Partial<Pick<Room, 'configuration' | 'access_level'>>;

/** The room's metadata: hostile text until read, and an object afterwards, whatever it was. */
export function parsed(metadata: string | undefined): Record<string, unknown> {
  try {
    return fields(JSON.parse(metadata || '{}')) ?? {};
  } catch {
    return {};
  }
}

/** What the metadata says of the rules of the room (web client contract 9.4); what it does not say is left as it was. */
export function changeIn(metadata: string | undefined): RoomChange {
  const { configuration, access_level: level } = parsed(metadata);
  const rules = fields(configuration);
  return {
    ...(rules && { configuration: rules }),
    ...((level === 'public' || level === 'trusted' || level === 'restricted') && { access_level: level }),
  };
}

function fields(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
