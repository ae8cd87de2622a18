import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEvents } from '../testing/events';
import { server, type Call } from '../testing/page';
import { Knock, type Entry } from './knock';

const livekit = { url: 'ws://livekit.test', room: 'r1', token: 't' };
const answer = (status: string, access: unknown = null) => ({
  id: 'e',
  username: 'Bob',
  status,
  color: '',
  livekit: access,
});
const path = 'POST rooms/weekly/request-entry/';

function knock(answers: Parameters<typeof server>[0][string]) {
  const calls: Call[] = server({ [path]: answers });
  const told: (Entry | { admitted: unknown } | { troubled: boolean })[] = [];
  const one = new Knock({ id: 'r1', slug: 'weekly' }, 'Bob', {
    onEntry: (entry) => told.push(entry),
    onTrouble: (troubled) => {
      if (troubled) told.push({ troubled });
    },
    onAdmitted: (admitted) => told.push({ admitted }),
  });
  void one.run();
  return { calls, told, one };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  FakeEvents.opened = [];
  vi.useRealTimers();
});

describe('without events', () => {
  it('asks each second until somebody decides', async () => {
    const { calls, told } = knock([
      [200, answer('waiting')],
      [200, answer('waiting')],
      [200, answer('accepted', livekit)],
    ]);
    await pass(0);
    expect(calls).toHaveLength(1);
    await pass(1_000);
    expect(calls).toHaveLength(2);
    await pass(1_000);
    expect(told.at(-1)).toEqual({ admitted: livekit });
    await pass(10_000);
    expect(calls).toHaveLength(3);
  });

  it('goes on asking while the server fails, and says so', async () => {
    const { told } = knock([[503], [500], [429], [200, answer('denied')]]);
    await pass(30_000);
    expect(told).toEqual([{ troubled: true }, { troubled: true }, { at: 'denied', atOnce: true }]);
  });

  it('ends when the room is deleted', async () => {
    const { calls, told } = knock([
      [200, answer('waiting')],
      [404, {}],
    ]);
    await pass(5_000);
    expect(told).toEqual([{ at: 'waiting' }, { at: 'gone' }]);
    expect(calls).toHaveLength(2);
  });

  it('tells a no after waiting from one that was decided before', async () => {
    const { told } = knock([
      [200, answer('waiting')],
      [200, answer('denied')],
    ]);
    await pass(5_000);
    expect(told.at(-1)).toEqual({ at: 'denied', atOnce: false });
  });

  it('asks no more once the person went away', async () => {
    const { calls, one } = knock([200, answer('waiting')]);
    await pass(1_500);
    one.stop();
    await pass(10_000);
    expect(calls).toHaveLength(2);
  });
});

describe('with events', () => {
  beforeEach(() => vi.stubGlobal('EventSource', FakeEvents));

  it('asks seldom while they come, and at once when something is decided', async () => {
    const { calls, told } = knock([
      [200, answer('waiting')],
      [200, answer('waiting')],
      [200, answer('accepted', livekit)],
    ]);
    await pass(0);
    const [stream] = FakeEvents.opened;
    expect(stream?.url).toBe('/api/v1.0/rooms/r1/lobby/events/');
    stream?.send('entry', answer('waiting'));
    await pass(1_000);
    expect(calls).toHaveLength(2);
    await pass(10_000);
    expect(calls).toHaveLength(2);
    stream?.send('entry', answer('accepted'));
    await pass(0);
    expect(told.at(-1)).toEqual({ admitted: livekit });
    expect(stream?.readyState).toBe(FakeEvents.CLOSED);
  });

  it('asks each second again when they stop, and asks for them anew when they were refused', async () => {
    const { calls } = knock([200, answer('waiting')]);
    await pass(0);
    FakeEvents.opened[0]?.send('entry', answer('waiting'));
    await pass(1_000);
    FakeEvents.opened[0]?.fail(true);
    await pass(3_100);
    expect(calls.length).toBeGreaterThanOrEqual(5);
    await pass(2_000);
    expect(FakeEvents.opened).toHaveLength(2);
  });

  it('asks when the room is said to be gone', async () => {
    const { told } = knock([
      [200, answer('waiting')],
      [404, {}],
    ]);
    await pass(0);
    FakeEvents.opened[0]?.send('gone', {});
    await pass(0);
    expect(told.at(-1)).toEqual({ at: 'gone' });
  });
});
