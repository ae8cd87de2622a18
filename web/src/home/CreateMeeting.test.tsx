import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { server, show } from '../testing/page';
import { CreateMeeting } from './CreateMeeting';

const create = 'POST rooms/?username=';

it('creates a room of that name and goes there', async () => {
  const calls = server({ [create]: [201, { slug: 'weekly-sync' }] });
  show(<CreateMeeting />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Meeting name' }), 'Weekly sync');
  await userEvent.click(screen.getByRole('button', { name: 'Create meeting' }));
  await waitFor(() => expect(location.pathname).toBe('/weekly-sync'));
  expect(calls).toEqual([{ method: 'POST', path: 'rooms/?username=', body: { name: 'Weekly sync' } }]);
});

it('invents a name when none is given', async () => {
  const calls = server({ [create]: [201, { slug: 'x' }] });
  show(<CreateMeeting />);
  await userEvent.click(screen.getByRole('button', { name: 'Create meeting' }));
  await waitFor(() => expect(calls[0]?.body).toEqual({ name: expect.stringMatching(/^\w{3}-\w{4}-\w{3}$/) as string }));
});

it('says that a name is taken', async () => {
  server({ [create]: [400, { slug: ['Room with this Slug already exists.'] }] });
  show(<CreateMeeting />);
  await userEvent.type(screen.getByRole('textbox'), 'Weekly{Enter}');
  expect(await screen.findByText(/A meeting has this name already/)).toBeTruthy();
  expect(location.pathname).toBe('/');
});

it.each([
  ['account', /reserved/],
  ['日本語', /at least one letter/],
])('does not ask the server for "%s"', async (name, words) => {
  const calls = server({});
  show(<CreateMeeting />);
  await userEvent.type(screen.getByRole('textbox'), `${name}{Enter}`);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(calls).toEqual([]);
});

it('shows what to send when the meeting is for later', async () => {
  server({ [create]: [201, { id: 'r', slug: 'weekly', name: 'Weekly', access_level: 'public', livekit: {} }] });
  show(<CreateMeeting />);
  await userEvent.type(screen.getByRole('textbox'), 'Weekly');
  await userEvent.click(screen.getByRole('button', { name: 'Plan for later' }));
  expect(await screen.findByRole('dialog', { name: 'Your meeting is ready' })).toBeTruthy();
  expect(screen.getByText(`${location.origin}/weekly`)).toBeTruthy();
  expect(location.pathname).toBe('/');
});
