import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Room } from '../api/types';
import { alice, configuration, server, show } from '../testing/page';
import { PreJoin } from './PreJoin';

const room: Room = {
  id: 'r1',
  slug: 'weekly',
  name: 'Weekly',
  access_level: 'public',
  livekit: { url: 'ws://livekit.test', room: 'r1', token: 'first' },
};

function open(answers: Parameters<typeof server>[0] = {}) {
  const calls = server({ 'GET config/': [200, configuration], 'GET users/me/': [401], ...answers });
  const onJoin = vi.fn();
  const onRefused = vi.fn();
  show(<PreJoin room={room} onJoin={onJoin} onRefused={onRefused} />);
  return { calls, onJoin, onRefused };
}

it('lets people in who have neither devices nor an account', async () => {
  const { onJoin } = open({ 'GET rooms/weekly/?username=Bob%20%26%20Eve': [200, room] });
  expect(await screen.findAllByText(/secure \(https\) addresses only/)).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob & Eve');
  await userEvent.click(screen.getByRole('button', { name: 'Join' }));
  await waitFor(() => expect(onJoin).toHaveBeenCalledWith(room, 'Bob & Eve'));
  expect(localStorage.getItem('causerie.name')).toBe('Bob & Eve');
});

it('asks for a name', async () => {
  const { onJoin } = open();
  await userEvent.click(await screen.findByRole('button', { name: 'Join' }));
  expect(await screen.findByText('Say who you are, so that others know.')).toBeTruthy();
  expect(onJoin).not.toHaveBeenCalled();
});

it('knows the name of who is signed in', async () => {
  open({ 'GET users/me/': [200, alice] });
  expect(await screen.findByDisplayValue('Alice Martin')).toBeTruthy();
});

it('tells when the room was closed meanwhile', async () => {
  const { onRefused, onJoin } = open({
    'GET rooms/weekly/?username=Bob': [200, { ...room, access_level: 'restricted', livekit: undefined }],
  });
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob{Enter}');
  await waitFor(() => expect(onRefused).toHaveBeenCalled());
  expect(onJoin).not.toHaveBeenCalled();
});

it('says why it could not ask, and can be tried again', async () => {
  const { onJoin } = open({ 'GET rooms/weekly/?username=Bob': [[500], [200, room]] });
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob{Enter}');
  expect(await screen.findByText(/The server could not do that/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Join' }));
  await waitFor(() => expect(onJoin).toHaveBeenCalled());
});
