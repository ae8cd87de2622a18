import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Recording } from '../api/types';
import { server, show } from '../testing/page';
import { lives } from './lives';
import { Sharing } from './Sharing';

const id = '0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11';
const recording = { id } as Recording;
const share = {
  id: '6d0f7d0e-0a35-4a6c-8a44-58a2b4b6c001',
  created_at: '2026-03-02T09:00:00Z',
  expires_at: '2026-03-09T09:00:00Z',
  is_expired: false,
  views: 3,
  last_viewed_at: '2026-03-03T10:00:00Z',
};
const page = (...results: object[]) => ({ results, max_days: 30, default_days: 7 });
const shares = `recordings/${id}/shares/`;

function open(answers: Parameters<typeof server>[0]) {
  const calls = server(answers);
  show(<Sharing recording={recording} zone="UTC" />);
  return calls;
}

it('makes a link with the life that was chosen, and shows it this once', async () => {
  const link = `/shared/${share.id}#secret`;
  const calls = open({
    [`GET ${shares}`]: [
      [200, page()],
      [200, page({ ...share, views: 0, last_viewed_at: null })],
    ],
    [`POST ${shares}`]: [201, { ...share, views: 0, last_viewed_at: null, link }],
  });
  expect(await screen.findByText('There is no link to this recording.')).toBeTruthy();
  await userEvent.selectOptions(screen.getByLabelText('Valid for'), '1 day');
  await userEvent.click(screen.getByRole('button', { name: 'Make a link' }));
  const made = await screen.findByRole('group', { name: 'The new link' });
  expect(within(made).getByText(location.origin + link)).toBeTruthy();
  expect(document.activeElement).toBe(made);
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ days: 1 });
  expect(screen.getByText(/Not opened yet/)).toBeTruthy();
});

it('tells how often a link was opened, and revokes it only after a question', async () => {
  const calls = open({
    [`GET ${shares}`]: [
      [200, page(share, { ...share, id: 'other', created_at: '2026-02-01T09:00:00Z', is_expired: true })],
      [200, page()],
    ],
    [`DELETE ${shares}${share.id}/`]: [204],
  });
  const [first, second] = await screen.findAllByRole('listitem');
  expect(first?.textContent).toContain('Opened 3 times');
  expect(second?.textContent).toContain('Expired on');
  await userEvent.click(screen.getByRole('button', { name: /Revoke: made on .*March/ }));
  const question = await screen.findByRole('alertdialog', { name: 'Revoke this link?' });
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(false);
  await userEvent.click(within(question).getByRole('button', { name: 'Revoke' }));
  expect(await screen.findByText('The link is revoked.')).toBeTruthy();
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
  expect(await screen.findByText('There is no link to this recording.')).toBeTruthy();
});

it('says so when there are too many', async () => {
  open({ [`GET ${shares}`]: [200, page(share)], [`POST ${shares}`]: [409, { error: 'no' }] });
  await userEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
  expect(await screen.findByText(/as many links as it can have/)).toBeTruthy();
});

it('is not there where the server makes no links', async () => {
  const calls = open({ [`GET ${shares}`]: [404, { detail: 'Not found.' }] });
  await expect.poll(() => calls.length, { timeout: 15_000 }).toBe(1);
  expect(screen.queryByText('Share')).toBeNull();
});

it('offers no life longer than the server allows', () => {
  expect(lives({ max_days: 30, default_days: 7 })).toEqual([1, 7, 30]);
  expect(lives({ max_days: 5, default_days: 5 })).toEqual([1, 5]);
  expect(lives({ max_days: 365, default_days: 7 })).toEqual([1, 7, 30, 90, 365]);
});

const made = { ...share, views: 0, last_viewed_at: null, link: `/shared/${share.id}#secret` };

it('shows a new link although the list cannot be read again', async () => {
  open({
    [`GET ${shares}`]: [
      [200, page()],
      [500, {}],
    ],
    [`POST ${shares}`]: [201, made],
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
  expect(await screen.findByText(location.origin + made.link)).toBeTruthy();
  expect(await screen.findByText('This list could not be loaded.')).toBeTruthy();
  expect(screen.getByText(location.origin + made.link)).toBeTruthy();
});

it('keeps a new link when another is made, and when another is refused', async () => {
  const second = { ...made, id: 'second', link: '/shared/second#other' };
  open({
    [`GET ${shares}`]: [
      [200, page()],
      [200, page(made)],
      [200, page(second, made)],
    ],
    [`POST ${shares}`]: [
      [201, made],
      [201, second],
      [409, { error: 'no' }],
    ],
  });
  const make = await screen.findByRole('button', { name: 'Make a link' });
  await userEvent.click(make);
  await screen.findByText(location.origin + made.link);
  await userEvent.click(make);
  const shown = (await screen.findByText(location.origin + second.link)).closest('[role=group]');
  expect(document.activeElement).toBe(shown);
  await userEvent.click(make);
  expect(await screen.findByText(/as many links as it can have/)).toBeTruthy();
  expect(screen.getByText(location.origin + made.link)).toBeTruthy();
  expect(screen.getByText(location.origin + second.link)).toBeTruthy();
});

it.each([204, 404])('gives the focus to the list when the link is gone (%i)', async (status) => {
  open({
    [`GET ${shares}`]: [
      [200, page(share, { ...share, id: 'other' })],
      [200, page({ ...share, id: 'other' })],
    ],
    [`DELETE ${shares}${share.id}/`]: [status],
  });
  const [revoke] = await screen.findAllByRole('button', { name: /Revoke/ });
  await userEvent.click(revoke ?? document.body);
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Revoke' }));
  expect(await screen.findByText('The link is revoked.')).toBeTruthy();
  const list = (await screen.findByRole('list')).parentElement;
  await expect.poll(() => document.activeElement, { timeout: 15_000 }).toBe(list);
});

it('gives the focus back to the button when nothing is revoked', async () => {
  open({ [`GET ${shares}`]: [200, page(share)] });
  const revoke = await screen.findByRole('button', { name: /Revoke/ });
  await userEvent.click(revoke);
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Cancel' }));
  await expect.poll(() => document.activeElement, { timeout: 15_000 }).toBe(revoke);
});

it('says so when the links cannot be read', async () => {
  open({
    [`GET ${shares}`]: [
      [500, {}],
      [200, page(share)],
    ],
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/Opened 3 times/)).toBeTruthy();
});
