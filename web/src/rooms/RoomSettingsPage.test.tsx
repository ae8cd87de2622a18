import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { alice, configuration, server, show } from '../testing/page';
import RoomSettingsPage from './RoomSettingsPage';

const bob = { id: 'b', email: 'bob@example.test', full_name: 'Bob Smith' };
const eve = { id: 'e', email: 'eve@example.test', full_name: 'Eve' };
const weekly = {
  id: 'r',
  slug: 'weekly',
  name: 'Weekly',
  access_level: 'public',
  configuration: {},
  accesses: [
    { id: 'own', role: 'owner', user: alice },
    { id: 'bobs', role: 'member', user: bob },
  ],
};
const shown = 'GET rooms/weekly/';

function answers(more: Parameters<typeof server>[0] = {}) {
  return server({
    'GET config/': [200, configuration],
    'GET users/me/': [200, alice],
    [shown]: [200, weekly],
    ...more,
  });
}

function open() {
  show(<RoomSettingsPage slug="weekly" />);
  return screen.findByRole('heading', { level: 1, name: 'Weekly' });
}

const refusal = (detail: string) => [403, { detail }] as const;

it('is for hosts only, and says so', async () => {
  answers({ [shown]: [200, { ...weekly, accesses: undefined }] });
  show(<RoomSettingsPage slug="weekly" />);
  expect(await screen.findByRole('heading', { name: 'These settings are for hosts' })).toBeTruthy();
});

it('asks guests to sign in', async () => {
  answers({ 'GET users/me/': [401] });
  show(<RoomSettingsPage slug="weekly" />);
  expect(await screen.findByText(/Sign in to see and change/)).toBeTruthy();
});

it('says which link a new name makes, before and after', async () => {
  const calls = answers({ 'PATCH rooms/r/': [200, { ...weekly, name: 'Every day', slug: 'every-day' }] });
  await open();
  const name = screen.getByRole('textbox', { name: 'Meeting name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'Every day');
  expect(screen.getByText(`The link becomes ${location.origin}/every-day. The old link stops working.`)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(location.pathname).toBe('/every-day/settings'));
  expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ name: 'Every day' });
});

it('says that a name is taken', async () => {
  answers({ 'PATCH rooms/r/': [400, { slug: ['Room with this Slug already exists.'] }] });
  await open();
  await userEvent.type(screen.getByRole('textbox', { name: 'Meeting name' }), ' 2{Enter}');
  expect(await screen.findByText(/Another room has this name already/)).toBeTruthy();
});

it('stores who gets in, and takes it back when the server refuses', async () => {
  const calls = answers({ 'PATCH rooms/r/': [[200, { ...weekly, access_level: 'trusted' }], [500]] });
  await open();
  await userEvent.click(screen.getByRole('radio', { name: 'Open to signed-in people' }));
  expect(await screen.findByText('Saved.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Only people who are admitted' }));
  expect(await screen.findByText(/Nothing was changed/)).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'Open to signed-in people' })).toHaveProperty('checked', true);
  expect(calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    { access_level: 'trusted' },
    { access_level: 'restricted' },
  ]);
});

it('changes a role', async () => {
  const calls = answers({ 'PATCH resource-accesses/bobs/': [200, {}] });
  await open();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role of Bob Smith' }), 'Administrator');
  await waitFor(() => expect(calls.filter(({ path }) => path === 'rooms/weekly/').length).toBe(2));
  expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ role: 'administrator' });
});

it('says that a room keeps an owner', async () => {
  answers({ 'PATCH resource-accesses/own/': refusal('A resource should keep at least one owner.') });
  await open();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role of Alice Martin' }), 'Member');
  expect(await screen.findByText(/keeps at least one owner/)).toBeTruthy();
});

it('asks before it takes a role away', async () => {
  const calls = answers({ 'DELETE resource-accesses/bobs/': [204] });
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Remove Bob Smith' }));
  const question = await screen.findByRole('alertdialog', { name: 'Remove Bob Smith?' });
  await userEvent.click(within(question).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
});

it('leaves other owners alone', async () => {
  const two = [...weekly.accesses, { id: 'eves', role: 'owner', user: eve }];
  answers({ [shown]: [200, { ...weekly, accesses: two }] });
  await open();
  expect(screen.getByText('Owners give up their role themselves.')).toBeTruthy();
  expect(screen.queryByRole('combobox', { name: 'Role of Eve' })).toBeNull();
});

it('finds somebody and gives them a role', async () => {
  const calls = answers({
    'GET users/?q=eve%40exa': [200, { count: 2, next: null, results: [eve, bob] }],
    'POST resource-accesses/': [201, {}],
  });
  await open();
  await userEvent.type(screen.getByRole('textbox', { name: 'Add people' }), 'eve@exa');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role they get' }), 'Administrator');
  await userEvent.click(await screen.findByRole('button', { name: 'Add Eve' }));
  expect(await screen.findByText('Eve has a role on this room now.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add Bob Smith' })).toBeNull();
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
    resource: 'r',
    user: 'e',
    role: 'administrator',
  });
});

it('says why nobody may be found', async () => {
  answers({ 'GET users/?q=zoe': [200, { count: 0, next: null, results: [] }] });
  await open();
  await userEvent.type(screen.getByRole('textbox', { name: 'Add people' }), 'zoe');
  expect(await screen.findByText(/may not list its people/)).toBeTruthy();
});

it('deletes the room once asked', async () => {
  const calls = answers({ 'DELETE rooms/r/': [204] });
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Delete room' }));
  const question = await screen.findByRole('alertdialog', { name: 'Delete “Weekly”?' });
  await userEvent.click(within(question).getByRole('button', { name: 'Delete room' }));
  await waitFor(() => expect(location.pathname).toBe('/'));
  expect(calls.some(({ method, path }) => method === 'DELETE' && path === 'rooms/r/')).toBe(true);
});

it('lets only owners delete', async () => {
  answers({ [shown]: [200, { ...weekly, accesses: [{ id: 'own', role: 'administrator', user: alice }] }] });
  await open();
  expect(screen.getByText('Only owners of this room can delete it.')).toBeTruthy();
});
