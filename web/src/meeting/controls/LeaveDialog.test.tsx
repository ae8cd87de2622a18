import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { server, show } from '../../testing/page';
import { MeetingContext, type MeetingState } from '../MeetingContext';
import { LeaveDialog } from './LeaveDialog';

function open(isRecorded = false) {
  const leave = vi.fn();
  show(
    <MeetingContext.Provider value={{ leave } as unknown as MeetingState}>
      <LeaveDialog room="r" isRecorded={isRecorded} onClose={() => undefined} />
    </MeetingContext.Provider>,
  );
  return leave;
}

it('lets a host go alone', async () => {
  const leave = open();
  await userEvent.click(screen.getByRole('button', { name: 'Leave only' }));
  expect(leave).toHaveBeenCalledOnce();
});

it('ends the meeting for everybody only after a second question', async () => {
  const calls = server({ 'POST rooms/r/end/': [200, { status: 'success' }] });
  open(true);
  await userEvent.click(screen.getByRole('button', { name: 'End for everybody' }));
  expect(calls).toEqual([]);
  expect(screen.getByRole('alertdialog', { name: 'End the meeting for everybody?' })).toBeTruthy();
  expect(screen.getByText('The recording ends with it and is saved.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'End for everybody' }));
  await waitFor(() => expect(calls.map(({ path }) => path)).toEqual(['rooms/r/end/']));
});

it('goes back, and says why the end did not come', async () => {
  server({ 'POST rooms/r/end/': [503] });
  open();
  await userEvent.click(screen.getByRole('button', { name: 'End for everybody' }));
  await userEvent.click(screen.getByRole('button', { name: 'End for everybody' }));
  expect(await screen.findByText(/could not do that/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('alertdialog', { name: 'Leave the meeting?' })).toBeTruthy();
});

it('stops the recording first where that is wanted', async () => {
  server({ 'POST rooms/r/stop-recording/': [200, {}] });
  const leave = open(true);
  await userEvent.click(screen.getByRole('button', { name: 'Stop recording and leave' }));
  await waitFor(() => expect(leave).toHaveBeenCalledOnce());
});
