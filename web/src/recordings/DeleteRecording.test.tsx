import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Recording } from '../api/types';
import { server, show } from '../testing/page';
import { DeleteRecording } from './DeleteRecording';

const id = '0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11';

function open(status: number) {
  history.replaceState(null, '', `/recording/${id}`);
  const calls = server({ [`DELETE recordings/${id}/`]: [status] });
  show(<DeleteRecording recording={{ id } as Recording} />);
  return calls;
}

async function ask() {
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  return screen.findByRole('alertdialog', { name: 'Delete this recording?' });
}

async function confirm() {
  await userEvent.click(within(await ask()).getByRole('button', { name: 'Delete' }));
}

it('deletes only after a question', async () => {
  const calls = open(204);
  await ask();
  expect(calls).toEqual([]);
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('The recording is deleted.')).toBeTruthy();
  expect(calls).toEqual([{ method: 'DELETE', path: `recordings/${id}/`, body: null }]);
  expect(location.pathname).toBe('/');
});

it('is content when somebody else was faster', async () => {
  open(404);
  await confirm();
  await expect.poll(() => location.pathname, { timeout: 15_000 }).toBe('/');
});

it('leaves whoever went elsewhere meanwhile where they are', async () => {
  open(204);
  history.replaceState(null, '', '/weekly');
  const moves = vi.spyOn(history, 'replaceState');
  await confirm();
  expect(await screen.findByText('The recording is deleted.')).toBeTruthy();
  expect(location.pathname).toBe('/weekly');
  expect(moves).not.toHaveBeenCalled();
});

it('says why it could not, and stays', async () => {
  open(403);
  await confirm();
  expect(await screen.findByText('You may not do that.')).toBeTruthy();
  expect(location.pathname).toBe(`/recording/${id}`);
});
