import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show } from '../testing/page';
import { Announcer } from './Announcer';
import { Dialog } from './Dialog';
import { toast } from './toast';

const notices = () => screen.getByRole('region', { name: 'Notices' });

it.each([
  ['the top', 10, null],
  ['the bottom', innerHeight - 10, 'true'],
])('keeps away from a hand at %s of a phone', (_, clientY, above) => {
  show(null);
  document.body.dispatchEvent(new MouseEvent('pointerdown', { clientY, bubbles: true }));
  act(() => toast('Said.'));
  expect(notices().getAttribute('data-above')).toBe(above);
});

it('is read, and can be sent away, beside a dialog that stays open', async () => {
  const onClose = vi.fn();
  act(() => toast('Before the dialog.'));
  show(
    <>
      <Announcer />
      <Dialog title="Question" isOpen onClose={onClose}>
        <p>Really?</p>
      </Dialog>
    </>,
  );
  act(() => toast('Said meanwhile.'));
  for (const text of ['Before the dialog.', 'Said meanwhile.']) {
    const said = within(notices()).getByText(text).parentElement ?? notices();
    await userEvent.click(within(said).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(text)).toBeNull();
  }
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog', { name: 'Question' })).toBeTruthy();
});

it('is heard beside a dialog', () => {
  show(
    <>
      <Announcer />
      <Dialog title="Question" isOpen onClose={() => undefined}>
        <p>Really?</p>
      </Dialog>
    </>,
  );
  act(() => toast('It failed.', { isError: true }));
  expect(screen.getByRole('alert').textContent.trim()).toBe('It failed.');
});
