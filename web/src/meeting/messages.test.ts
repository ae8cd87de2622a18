import { expect, it } from 'vitest';
import { readMessage } from './messages';

const bytes = (text: string) => new TextEncoder().encode(text);

it('reads what clients and the server send', () => {
  expect(readMessage(bytes('{"type":"participantMuted"}'))).toEqual({ type: 'participantMuted', data: {} });
  expect(readMessage(bytes('{"type":"x","data":{"emoji":"clapping-hands"}}'))?.data.emoji).toBe('clapping-hands');
});

it.each(['', 'null', '7', '[]', '{}', '{"type":7}', '{"type":', '{"type":null}'])('takes %s for no message', (text) => {
  expect(readMessage(bytes(text))).toBeNull();
});

it('survives data that is none', () => {
  expect(readMessage(bytes('{"type":"x","data":"text"}'))).toEqual({ type: 'x', data: {} });
  expect(readMessage(new Uint8Array([0xff, 0xfe, 0]))).toBeNull();
});
