import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEvents } from '../../testing/events';
import { server } from '../../testing/page';
import { WaitingLine } from './WaitingLine';

const bob = { id: 'b', username: 'Bob', color: 'hsl(1, 60%, 40%)', status: 'waiting' };
const path = 'GET rooms/r1/waiting-participants/';
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
let line: WaitingLine;

function start(answers: Parameters<typeof server>[0][string]) {
  const calls = server({ [path]: answers });
  const seen: string[][] = [];
  line = new WaitingLine('r1', (people) => seen.push(people.map(({ username }) => username)));
  void line.run();
  return { calls, seen };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  line.stop();
  FakeEvents.opened = [];
  vi.useRealTimers();
});

describe('without events', () => {
  it('tells a host who comes late who waits already', async () => {
    const { seen } = start([200, { participants: [bob] }]);
    await pass(0);
    expect(seen).toEqual([['Bob']]);
  });

  it('looks each second only while somebody waits', async () => {
    const { calls } = start([
      [200, { participants: [bob] }],
      [200, { participants: [] }],
    ]);
    await pass(1_000);
    expect(calls).toHaveLength(2);
    await pass(10_000);
    expect(calls).toHaveLength(2);
    line.lookNow();
    await pass(0);
    expect(calls).toHaveLength(3);
  });

  it('goes on after trouble, and shows nobody to who is no host', async () => {
    const { calls, seen } = start([[503], [403]]);
    await pass(3_000);
    expect(calls).toHaveLength(2);
    expect(seen).toEqual([[]]);
  });

  it('looks no more once it is stopped', async () => {
    const { calls } = start([200, { participants: [bob] }]);
    await pass(0);
    line.stop();
    await pass(60_000);
    expect(calls).toHaveLength(1);
  });
});

describe('with events', () => {
  beforeEach(() => vi.stubGlobal('EventSource', FakeEvents));

  it('takes the list from them and does not ask', async () => {
    const { calls, seen } = start([200, { participants: [bob] }]);
    await pass(0);
    FakeEvents.opened[0]?.send('waiting', { participants: [bob] });
    await pass(10_000);
    line.lookNow();
    await pass(1_000);
    expect(calls.length).toBeLessThanOrEqual(2);
    expect(seen.at(-1)).toEqual(['Bob']);
  });

  it('asks again when they stop', async () => {
    const { calls } = start([200, { participants: [bob] }]);
    await pass(0);
    FakeEvents.opened[0]?.send('waiting', { participants: [] });
    await pass(5_000);
    const before = calls.length;
    FakeEvents.opened[0]?.fail();
    await pass(3_000);
    expect(calls.length).toBeGreaterThanOrEqual(before + 3);
  });

  it('believes nothing that is no list', async () => {
    const { seen } = start([200, { participants: [] }]);
    await pass(0);
    for (const data of [null, 7, {}, { participants: 'x' }]) FakeEvents.opened[0]?.send('waiting', data);
    expect(seen.flat()).toEqual([]);
  });
});
