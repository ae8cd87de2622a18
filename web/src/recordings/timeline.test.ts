import { describe, expect, it } from 'vitest';
import { causeKey, kindKey, lines, told } from './timeline';

const at = '2026-03-02T09:00:00.481516Z';
const line = (kind: string, ...causes: string[]) => ({ at, kind, causes });

describe('lines', () => {
  it('reads the results of the answer', () => {
    const results = [{ at, kind: 'failed_to_start', details: { cause: 'refused', reason: 'No Chromium' } }];
    expect(lines({ results })).toEqual([line('failed_to_start', 'refused', 'No Chromium')]);
  });

  it('leaves out what it does not understand', () => {
    const results = [null, 3, {}, { at, kind: 7 }, { at, kind: 'active', details: { cause: {} } }];
    expect(lines({ results })).toEqual([line('active')]);
    expect([lines('nonsense'), lines(undefined), lines([])]).toEqual([[], [], []]);
  });
});

describe('told', () => {
  it('skips what is for operators, and does not repeat itself', () => {
    const story = ['initiated', 'active', 'worker_started', 'recording', 'stopped', 'worker_ended', 'saved'];
    expect(told(story.map((kind) => line(kind))).map(({ kind }) => kind)).toEqual([
      'timeline.initiated',
      'timeline.active',
      'timeline.started',
      'timeline.stopped',
      'timeline.saved',
    ]);
  });

  it('tells each time what people did', () => {
    const story = ['shared', 'shared', 'share_revoked', 'share_revoked', 'mail_failed', 'mail_failed'];
    expect(told(story.map((kind) => line(kind))).map(({ kind }) => kind)).toEqual([
      'timeline.shared',
      'timeline.shared',
      'timeline.shareRevoked',
      'timeline.shareRevoked',
      'timeline.mailFailed',
    ]);
  });
});

describe('words', () => {
  it('exist for what everybody may want to know, and not for the rest', () => {
    expect(kindKey('saved')).toBe('timeline.saved');
    expect(kindKey('nobody_published')).toBe('timeline.nobodyPublished');
    expect(causeKey(line('aborted', 'nobody_published'))).toBe('cause.nobodyPublished');
    expect(kindKey('orphan_stopped')).toBeNull();
    expect(causeKey(line('saved', 'room_empty'))).toBe('cause.roomEmpty');
    expect(causeKey(line('saved', 'something else'))).toBeNull();
    expect(causeKey(line('saved'))).toBeNull();
  });

  it('exist for refusals that are sentences', () => {
    const limit = 'The server already makes 2 recordings at the same time, which is its limit.';
    expect(causeKey(line('failed_to_start', 'refused', limit))).toBe('cause.tooMany');
    const missing = 'Recordings need the browser Chromium on the server; none was found.';
    expect(causeKey(line('failed_to_start', 'refused', missing))).toBe('cause.noBrowser');
  });
});
