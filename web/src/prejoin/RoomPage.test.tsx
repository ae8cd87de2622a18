import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Room } from '../api/types';
import { alice, configuration, server, show } from '../testing/page';
import RoomPage from './RoomPage';

const room: Room = { id: 'r1', slug: 'weekly', name: 'Weekly', access_level: 'restricted' };

function open(answer: readonly [number, unknown?], user: readonly [number, unknown?] = [401]) {
  server({ 'GET config/': [200, configuration], 'GET users/me/': user, 'GET rooms/weekly/': answer });
  show(<RoomPage slug="weekly" />);
}

it('offers to ask the hosts of a room that is not open', async () => {
  open([200, room]);
  expect(await screen.findByRole('button', { name: 'Ask to join' })).toBeTruthy();
});

it('tells who was removed from an open room that they stay out', async () => {
  open([200, { ...room, access_level: 'public' }]);
  expect(await screen.findByRole('heading', { name: 'You were removed' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Join again' })).toBeNull();
});

it('tells who is signed in and was removed from a room for those', async () => {
  open([200, { ...room, access_level: 'trusted' }], [200, alice]);
  expect(await screen.findByRole('heading', { name: 'You were removed' })).toBeTruthy();
});

it('knows rooms that are not there', async () => {
  open([404]);
  expect(await screen.findByRole('heading', { name: 'No such meeting' })).toBeTruthy();
});
