import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { server, show } from '../testing/page';
import { InviteByMail } from './InviteByMail';

const path = 'POST rooms/r/invite/';

async function send(addresses: string) {
  show(<InviteByMail room="r" />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Invite by mail' }), addresses);
  await userEvent.click(screen.getByRole('button', { name: 'Send invitations' }));
}

it('sends to each address once, and says so', async () => {
  const calls = server({ [path]: [200, { status: 'success' }] });
  await send('a@x.test, b@x.test a@x.test');
  expect(await screen.findByText('2 invitations are sent.')).toBeTruthy();
  expect(calls[0]?.body).toEqual({ emails: ['a@x.test', 'b@x.test'] });
});

it('names the addresses that the server refuses', async () => {
  server({ [path]: [400, { emails: { 1: ['Enter a valid email address.'], 2: ['Enter a valid email address.'] } }] });
  await send('a@x.test nope @');
  expect(await screen.findByText('“nope” is not an e-mail address.')).toBeTruthy();
  expect(screen.getByText('“@” is not an e-mail address.')).toBeTruthy();
});

it.each([
  [400, { emails: ['Ensure this field has no more than 50 elements.'] }, /more addresses than this server takes/],
  [403, {}, /Only hosts of this meeting can invite/],
  [429, {}, /many invitations in a short time/],
  [500, {}, /did not go out/],
])('says why on %s', async (status, body, words) => {
  server({ [path]: [status, body] });
  await send('a@x.test');
  expect(await screen.findByText(words)).toBeTruthy();
});

it('wants an address', async () => {
  const calls = server({});
  await send(' , ');
  expect(await screen.findByText('Write at least one e-mail address.')).toBeTruthy();
  expect(calls).toEqual([]);
});
