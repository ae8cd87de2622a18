import { expect, test } from 'vitest';
import type { Receipt } from './server';
import { Uploader } from './uploader';

const taken: Receipt = { kind: 'taken', stop: false };

/** A server that answers as told, `undefined` being no answer at all; it remembers what it was sent. */
function upload(...answers: (Receipt | undefined)[]) {
  const sent: string[] = [];
  const heard: string[] = [];
  const server = {
    put: (number: number, chunk: Uint8Array) => {
      sent.push(`${number}:${chunk.length}`);
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('no answer'));
    },
    tell: (type: string, reason?: string) => {
      heard.push(`${type} ${reason}`);
      return Promise.resolve();
    },
  };
  const listener = {
    stop: () => void heard.push('stop'),
    over: () => void heard.push('over'),
    failed: (failure: { reason: string }) => void heard.push(failure.reason),
  };
  return { uploader: new Uploader(server, listener, () => Promise.resolve()), sent, heard };
}

test('sends chunks in order, one after the other', async () => {
  const { uploader, sent } = upload(taken, taken);
  uploader.add(new Uint8Array(3));
  uploader.add(new Uint8Array(5));
  await uploader.drained();
  expect(sent).toEqual(['0:3', '1:5']);
  expect(uploader.stored).toBe(2);
});

test('repeats a chunk until the server answers, and says once that it is slow', async () => {
  const { uploader, sent, heard } = upload(undefined, undefined, undefined, undefined, taken);
  uploader.add(new Uint8Array(3));
  await uploader.drained();
  expect(sent).toEqual(['0:3', '0:3', '0:3', '0:3', '0:3']);
  expect(heard).toEqual(['warning upload_slow']);
});

test('goes on when the server already has the chunk whose answer was lost', async () => {
  const { uploader } = upload(undefined, { kind: 'expects', next: 1 });
  uploader.add(new Uint8Array(3));
  await uploader.drained();
  expect(uploader.stored).toBe(1);
});

test('passes the wish to stop on', async () => {
  const { uploader, heard } = upload({ kind: 'taken', stop: true });
  uploader.add(new Uint8Array(3));
  await uploader.drained();
  expect(heard).toEqual(['stop']);
});

test('ends when the recording is over, the token is refused, or chunks stay damaged', async () => {
  const damaged: Receipt = { kind: 'damaged' };
  for (const [answers, word] of [
    [[{ kind: 'over' }], 'over'],
    [[{ kind: 'refused' }], 'upload_refused'],
    [[damaged, damaged, damaged, damaged], 'upload_refused'],
  ] as [Receipt[], string][]) {
    const { uploader, heard } = upload(...answers);
    uploader.add(new Uint8Array(3));
    await uploader.drained();
    expect(heard).toEqual([word]);
    expect(uploader.stored).toBe(0);
  }
});
