import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { server, show } from '../../testing/page';
import { forgetRemoval, noteRemoval } from './removed';
import { RemovedSection } from './RemovedSection';

const bob = { room: 'r1', identity: 'b', name: 'Bob' };
const readmit = 'POST rooms/r1/readmit-participant/';

afterEach(() => forgetRemoval(bob));

function open(status: number) {
  const calls = server({ [readmit]: [status, {}] });
  noteRemoval(bob);
  noteRemoval(bob);
  noteRemoval({ room: 'another', identity: 'c', name: 'Carol' });
  show(<RemovedSection room="r1" />);
  return calls;
}

it.each([200, 404])('undoes a removal (%i)', async (status) => {
  const calls = open(status);
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Readmit Bob' }));
  expect(await screen.findByText('Bob may come back.')).toBeTruthy();
  expect(screen.queryByRole('listitem')).toBeNull();
  expect(calls).toEqual([
    { method: 'POST', path: 'rooms/r1/readmit-participant/', body: { participant_identity: 'b' } },
  ]);
});

it('keeps the button when it did not work, and says why', async () => {
  open(503);
  await userEvent.click(screen.getByRole('button', { name: 'Readmit Bob' }));
  expect(await screen.findByText(/media server does not answer/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Readmit Bob' })).toBeTruthy();
});
