import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { meQuery } from '../api/queries';
import { alice, configuration, server, show } from '../testing/page';
import { RoomDefaults } from './RoomDefaults';

const config = { ...configuration, resource: { default_access_level: 'restricted' } };
const change = `PATCH users/${alice.id}/`;

function Mine() {
  const user = useQuery(meQuery).data;
  return user ? <RoomDefaults user={user} /> : null;
}

it('begins with what the server does, and stores what is chosen', async () => {
  const calls = server({ 'GET config/': [200, config], 'GET users/me/': [200, alice], [change]: [200, alice] });
  show(<Mine />);
  const restricted = await screen.findByRole('radio', { name: 'Only people who are admitted' });
  await waitFor(() => expect(restricted).toHaveProperty('checked', true));
  await userEvent.click(screen.getByRole('radio', { name: 'Open to signed-in people' }));
  await userEvent.click(screen.getByRole('switch', { name: 'Mute others' }));
  await waitFor(() =>
    expect(calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
      { default_room_access_level: 'trusted' },
      { default_room_configuration: { everyone_can_mute: false } },
    ]),
  );
  expect(screen.getByRole('switch', { name: 'Mute others' })).toHaveProperty('checked', false);
});

it('takes back what the server refuses', async () => {
  server({ 'GET config/': [200, config], 'GET users/me/': [200, alice], [change]: [500] });
  show(<Mine />);
  await userEvent.click(await screen.findByRole('switch', { name: 'Mute others' }));
  expect(await screen.findByText(/Nothing was changed/)).toBeTruthy();
  expect(screen.getByRole('switch', { name: 'Mute others' })).toHaveProperty('checked', true);
});
