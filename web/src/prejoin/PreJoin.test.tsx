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

const closed: Room = { id: 'r1', slug: 'weekly', name: 'Weekly', access_level: 'restricted' };
const entry = (status: string, livekit: unknown = null) => ({
  id: 'e1',
  username: 'Bob',
  status,
  color: 'hsl(1, 60%, 40%)',
  livekit,
});

function open(answers: Parameters<typeof server>[0] = {}, opened: Room = room) {
  const calls = server({ 'GET config/': [200, configuration], 'GET users/me/': [401], ...answers });
  const onJoin = vi.fn();
  const onGone = vi.fn();
  show(<PreJoin room={opened} onJoin={onJoin} onGone={onGone} />);
  return { calls, onJoin, onGone };
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

it('asks the hosts when the room was closed meanwhile', async () => {
  const { onJoin } = open({
    'GET rooms/weekly/?username=Bob': [200, closed],
    'POST rooms/weekly/request-entry/': [200, entry('waiting')],
  });
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob{Enter}');
  expect(await screen.findByRole('heading', { name: 'Waiting to be let in' })).toBeTruthy();
  expect(onJoin).not.toHaveBeenCalled();
});

it('tells when the room was deleted meanwhile', async () => {
  const { onGone } = open();
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob{Enter}');
  await waitFor(() => expect(onGone).toHaveBeenCalled());
});

it('lets the hosts decide where they want to, and joins once they did', async () => {
  const livekit = { url: 'ws://livekit.test', room: 'r1', token: 'given' };
  const { calls, onJoin } = open(
    {
      'POST rooms/weekly/request-entry/': [
        [200, entry('waiting')],
        [200, entry('accepted', livekit)],
      ],
    },
    closed,
  );
  expect(await screen.findByText(/The hosts of this meeting decide/)).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), ' Bob ');
  await userEvent.click(screen.getByRole('button', { name: 'Ask to join' }));
  const heading = await screen.findByRole('heading', { name: 'Waiting to be let in' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await waitFor(() => expect(document.title).toBe('Waiting to be let in · Causerie'));
  expect(screen.getByText(/You asked to join “Weekly” as Bob/)).toBeTruthy();
  await waitFor(() => expect(onJoin).toHaveBeenCalledWith({ ...closed, livekit }, 'Bob'));
  expect(calls.filter(({ path }) => path.includes('request-entry')).map(({ body }) => body)).toEqual([
    { username: 'Bob' },
    { username: 'Bob' },
  ]);
});

it('says that the hosts declined, and can ask again', async () => {
  open(
    {
      'POST rooms/weekly/request-entry/': [
        [200, entry('waiting')],
        [200, entry('denied')],
        [200, entry('waiting')],
      ],
    },
    closed,
  );
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob{Enter}');
  expect(await screen.findByText(/A host declined your request/)).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'Ask again' }, { timeout: 20_000 }));
  expect(await screen.findByRole('heading', { name: 'Waiting to be let in' })).toBeTruthy();
});

it('tells who is denied at once that it was decided before', async () => {
  open({ 'POST rooms/weekly/request-entry/': [200, entry('denied')] }, closed);
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob{Enter}');
  expect(await screen.findByText(/declined a moment ago, or removed you/)).toBeTruthy();
});

it('suggests to sign in where that is enough', async () => {
  open({}, { ...closed, access_level: 'trusted' });
  expect(await screen.findByRole('button', { name: 'Sign in to join at once' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Ask to join' })).toBeTruthy();
});

it('can stop waiting', async () => {
  open({ 'POST rooms/weekly/request-entry/': [200, entry('waiting')] }, closed);
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'Stop waiting' }));
  expect(screen.getByDisplayValue('Bob')).toBeTruthy();
  expect(document.title).toBe('Weekly · Causerie');
});

it('says why it could not ask, and can be tried again', async () => {
  const { onJoin } = open({ 'GET rooms/weekly/?username=Bob': [[500], [200, room]] });
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Bob{Enter}');
  expect(await screen.findByText(/The server could not do that/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Join' }));
  await waitFor(() => expect(onJoin).toHaveBeenCalled());
});
