import type { Participant } from 'livekit-client';
import { expect, it } from 'vitest';
import { server } from '../../testing/page';
import { permissionWith, tellAll } from './telling';

const person = (identity: string, permissions = {}) => ({ identity, permissions }) as unknown as Participant;
const path = 'POST rooms/r/update-participant/';

it('keeps every permission but the one to send', () => {
  const now = { canSubscribe: true, canPublishData: false, canUpdateMetadata: false, canSubscribeMetrics: true };
  expect(permissionWith(person('a', now), ['camera'])).toEqual({
    can_subscribe: true,
    can_publish_data: false,
    can_update_metadata: false,
    can_subscribe_metrics: true,
    can_publish: true,
    can_publish_sources: ['camera'],
  });
  expect(permissionWith(person('a', now), [])).toMatchObject({ can_publish: false, can_publish_sources: [] });
});

it('tells everybody once and counts', async () => {
  const calls = server({ [path]: [200, { status: 'success' }] });
  const people = Array.from({ length: 20 }, (_, index) => person(`p${index}`));
  const counted: number[] = [];
  expect(await tellAll('r', people, ['camera'], (done) => counted.push(done))).toEqual([]);
  expect(new Set(calls.map(({ body }) => (body as { participant_identity: string }).participant_identity)).size).toBe(
    20,
  );
  expect(counted).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

it('names whom it failed for, but not who left', async () => {
  server({
    [path]: [
      [404, { error: 'Participant not found' }],
      [500, {}],
      [200, {}],
    ],
  });
  const people = ['gone', 'unlucky', 'fine'].map((identity) => person(identity));
  const failed = await tellAll('r', people, [], () => undefined);
  expect(failed.map(({ identity }) => identity)).toEqual(['unlucky']);
});
