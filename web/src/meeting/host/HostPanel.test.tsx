import { RoomContext } from '@livekit/components-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Room as LiveRoom } from 'livekit-client';
import { useState, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import type { Room } from '../../api/types';
import { configuration, server, show } from '../../testing/page';
import { MeetingContext, type MeetingState } from '../MeetingContext';
import { HostPanel } from './HostPanel';

const room: Room = { id: 'r', slug: 'weekly', access_level: 'public', configuration: {} };
const config = { ...configuration, livekit: { ...configuration.livekit, default_sources: ['camera', 'microphone'] } };

function person(identity: string, role: string) {
  return [identity, { identity, attributes: { room_role: role }, permissions: { canSubscribe: true } }] as const;
}

function Meeting({ live, children }: { live: object; children: ReactNode }) {
  const [now, setNow] = useState(room);
  const adopt: MeetingState['adopt'] = (change) => setNow((before) => ({ ...before, ...change }));
  return (
    <RoomContext.Provider value={live as LiveRoom}>
      <MeetingContext.Provider value={{ room: now, adopt, isHost: true } as MeetingState}>
        {children}
      </MeetingContext.Provider>
    </RoomContext.Provider>
  );
}

function open(...people: ReturnType<typeof person>[]) {
  const publishData = vi.fn(() => Promise.resolve());
  show(
    <Meeting live={{ remoteParticipants: new Map(people), localParticipant: { publishData } }}>
      <HostPanel />
    </Meeting>,
  );
  return publishData;
}

const camera = () => screen.findByRole('switch', { name: 'Turn on their camera' });

it('stores the rule, then gives it to everybody but hosts', async () => {
  const stored = { can_publish_sources: ['microphone'] };
  const calls = server({
    'GET config/': [200, config],
    'PATCH rooms/r/': [200, { ...room, configuration: stored }],
    'POST rooms/r/update-participant/': [200, {}],
  });
  const publishData = open(person('ann', ''), person('bob', 'member'), person('eve', 'owner'));
  await waitFor(() => expect(calls.length).toBe(1));
  await userEvent.click(await camera());
  await waitFor(() => expect(publishData).toHaveBeenCalledOnce());
  const writes = calls.filter(({ method }) => method !== 'GET');
  expect(writes[0]).toEqual({ method: 'PATCH', path: 'rooms/r/', body: { configuration: stored } });
  expect(writes.slice(1).map(({ body }) => body)).toEqual(
    ['ann', 'bob'].map((participant_identity) => ({
      participant_identity,
      permission: expect.objectContaining({ can_publish: true, can_publish_sources: ['microphone'] }) as unknown,
    })),
  );
  expect(await camera()).toHaveProperty('checked', false);
});

it('takes the rule back, with a sentence, when the server refuses', async () => {
  server({ 'GET config/': [200, config], 'PATCH rooms/r/': [403, {}] });
  open(person('ann', ''));
  await userEvent.click(await camera());
  expect(await screen.findByText('Nothing was changed. You may not do that.')).toBeTruthy();
  expect(await camera()).toHaveProperty('checked', true);
});

it('says who was not reached, and tries them again', async () => {
  const calls = server({
    'GET config/': [200, config],
    'PATCH rooms/r/': [200, { ...room, configuration: { can_publish_sources: ['microphone'] } }],
    'POST rooms/r/update-participant/': [
      [502, {}],
      [200, {}],
    ],
  });
  open(person('ann', ''), person('bob', ''));
  await userEvent.click(await camera());
  expect(await screen.findByText(/but 1 of 2 people may still do/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText(/may still do/)).toBeNull());
  const told = calls.filter(({ path }) => path.endsWith('update-participant/'));
  expect(told.map(({ body }) => (body as { participant_identity: string }).participant_identity)).toEqual([
    'ann',
    'bob',
    'ann',
  ]);
  expect(calls.filter(({ method }) => method === 'PATCH').length).toBe(1);
});

it('changes who gets in, and bothers nobody', async () => {
  const calls = server({ 'GET config/': [200, config], 'PATCH rooms/r/': [200, { ...room, access_level: 'trusted' }] });
  open(person('ann', ''));
  await userEvent.click(screen.getByRole('radio', { name: 'Open to signed-in people' }));
  await waitFor(() => expect(calls.at(-1)?.body).toEqual({ access_level: 'trusted' }));
  expect(screen.getByRole('radio', { name: 'Open to signed-in people' })).toHaveProperty('checked', true);
  expect(calls.some(({ path }) => path.endsWith('update-participant/'))).toBe(false);
});
