import type { Room } from 'livekit-client';

/** What clients and the server tell each other beside the media (web client contract 9.5): JSON without a topic. */
export interface Message {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads a message, which is hostile text; null when it is none. */
export function readMessage(payload: Uint8Array): Message | null {
  try {
    const { type, data } = record(JSON.parse(new TextDecoder().decode(payload)));
    return typeof type === 'string' ? { type, data: record(data) } : null;
  } catch {
    return null;
  }
}

/** Tells others in the meeting; those who cannot be told miss a courtesy, no more. */
export async function sendMessage({ localParticipant }: Room, message: Partial<Message>, to?: string[]): Promise<void> {
  const payload = new TextEncoder().encode(JSON.stringify(message));
  const options = to ? { reliable: true, destinationIdentities: to } : { reliable: true };
  await localParticipant.publishData(payload, options).catch(() => undefined);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
