import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { alice, configuration, server, show } from '../testing/page';
import RecordingPage from './RecordingPage';

const id = '0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11';
const saved = {
  id,
  room: { id: 'r1', name: 'Weekly', slug: 'weekly', access_level: 'public' },
  created_at: '2026-03-02T09:00:00Z',
  updated_at: '2026-03-02T09:10:00Z',
  status: 'saved',
  mode: 'screen_recording',
  options: {},
  key: `recordings/${id}.mp4`,
  is_expired: false,
  expired_at: null,
};
const results = [
  { at: '2026-03-02T09:00:00Z', kind: 'initiated', details: {} },
  { at: '2026-03-02T09:10:00Z', kind: 'saved', details: { cause: 'room_empty' } },
];

afterEach(() => void vi.useRealTimers());

function open(answers: Parameters<typeof server>[0]) {
  const calls = server({
    'GET config/': [200, configuration],
    'GET users/me/': [200, alice],
    [`GET recordings/${id}/timeline/`]: [200, { results, is_deletable: true }],
    ...answers,
  });
  show(<RecordingPage id={id} />);
  return calls;
}

it('plays, offers and explains the recording', async () => {
  open({ [`GET recordings/${id}/`]: [200, saved] });
  const video = await screen.findByLabelText('Recording of Weekly');
  expect(video.getAttribute('src')).toBe(`/media/recordings/${id}.mp4`);
  const link = screen.getByRole('link', { name: 'Download' });
  expect([link.getAttribute('href'), link.getAttribute('download')]).toEqual([
    `/media/recordings/${id}.mp4`,
    'weekly-2026-03-02',
  ]);
  expect(await screen.findByText('Everybody had left.')).toBeTruthy();
  // 09:00 UTC, told in the time zone of the account.
  expect(screen.getByText(/10:00:00/)).toBeTruthy();
});

it('waits while the recording is being saved', async () => {
  open({
    [`GET recordings/${id}/`]: [
      [200, { ...saved, status: 'stopped' }],
      [200, saved],
    ],
  });
  expect(await screen.findByText(/shows it as soon as it is there/)).toBeTruthy();
  expect(await screen.findByLabelText('Recording of Weekly')).toBeTruthy();
});

it('tells of the mail too, which follows a moment after the recording is saved', async () => {
  open({
    [`GET recordings/${id}/`]: [
      [200, saved],
      [200, { ...saved, status: 'notification_succeeded' }],
    ],
    [`GET recordings/${id}/timeline/`]: [
      [200, { results, is_deletable: true }],
      [200, { results: [...results, { at: '2026-03-02T09:10:01Z', kind: 'mail_sent', details: {} }] }],
    ],
  });
  expect(await screen.findByText('Everybody had left.')).toBeTruthy();
  expect(await screen.findByText('The mail about it was sent.')).toBeTruthy();
});

it.each([403, 404])('shows a stranger nothing (%i)', async (status) => {
  open({ [`GET recordings/${id}/`]: [status, { detail: 'no' }] });
  expect(await screen.findByRole('heading', { name: 'No recording for you here' })).toBeTruthy();
  expect(document.querySelector('video')).toBeNull();
});

it('asks a guest to sign in, and nothing of the server', async () => {
  const calls = open({ 'GET users/me/': [401] });
  expect(await screen.findByRole('heading', { name: 'Sign in to watch' })).toBeTruthy();
  expect(calls.some(({ path }) => path.startsWith('recordings/'))).toBe(false);
});

it('tells of a recording that failed or is gone', async () => {
  open({ [`GET recordings/${id}/`]: [200, { ...saved, status: 'aborted' }] });
  expect(await screen.findByText(/left nothing to watch/)).toBeTruthy();
});

it('says why a recording whose mail was sent cannot be deleted', async () => {
  open({
    [`GET recordings/${id}/`]: [200, { ...saved, status: 'notification_succeeded' }],
    [`GET recordings/${id}/timeline/`]: [200, { results, is_deletable: false }],
  });
  expect(await screen.findByText(/this server lets nobody delete it from here/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
});

it('tells when it will be deleted', async () => {
  open({ [`GET recordings/${id}/`]: [200, { ...saved, expired_at: '2026-04-01T09:00:00Z' }] });
  expect(await screen.findByText(/Kept until .*2026/)).toBeTruthy();
});

it.each([
  ['held', true],
  ['released', false],
])('plays one that is old and was %s last: %s', async (last, isShown) => {
  const events = [last === 'held' ? 'released' : 'held', last].map((kind) => ({
    at: '2026-03-05T09:00:00Z',
    kind,
    details: {},
  }));
  open({
    [`GET recordings/${id}/`]: [200, { ...saved, is_expired: true, expired_at: '2026-03-04T09:00:00Z' }],
    [`GET recordings/${id}/timeline/`]: [200, { results: [...results, ...events] }],
  });
  if (isShown) {
    expect(await screen.findByText(/holds this recording back/)).toBeTruthy();
    expect(screen.getByLabelText('Recording of Weekly')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(screen.queryByText(/Deleted/)).toBeNull();
  } else {
    expect(await screen.findByText('It may be deleted again.')).toBeTruthy();
    expect(screen.queryByLabelText('Recording of Weekly')).toBeNull();
  }
});

it('waits for the mail however long the recording took', async () => {
  vi.useFakeTimers();
  const active = Array.from({ length: 20 }, () => [200, { ...saved, status: 'active' }] as const);
  const calls = open({
    [`GET recordings/${id}/`]: [...active, [200, saved], [200, { ...saved, status: 'notification_succeeded' }]],
  });
  const asked = () => calls.filter(({ path }) => path === `recordings/${id}/`).length;
  await act(() => vi.advanceTimersByTimeAsync(120_000));
  expect(asked()).toBe(22);
});

it('does not wait for a mail for ever', async () => {
  vi.useFakeTimers();
  const calls = open({ [`GET recordings/${id}/`]: [200, saved] });
  const asked = () => calls.filter(({ path }) => path === `recordings/${id}/`).length;
  await act(() => vi.advanceTimersByTimeAsync(120_000));
  expect(asked()).toBe(16);
});

it('says so when it is not there any more', async () => {
  open({
    [`GET recordings/${id}/`]: [
      [200, { ...saved, status: 'stopped' }],
      [404, { detail: 'Not found.' }],
    ],
  });
  expect(await screen.findByText(/shows it as soon as it is there/)).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'No recording for you here' })).toBeTruthy();
});

it('asks whoever was signed out meanwhile to sign in', async () => {
  open({ [`GET recordings/${id}/`]: [401, {}] });
  expect(await screen.findByText('You are signed out. Sign in and try again.')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Sign in' })).toHaveLength(1);
});

it('says that the server does not answer when it does not even know who asks', async () => {
  open({
    'GET users/me/': [
      [500, {}],
      [500, {}],
      [500, {}],
      [500, {}],
      [200, alice],
    ],
    [`GET recordings/${id}/`]: [200, saved],
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('Recording of Weekly')).toBeTruthy();
});

it('tells the day of what happened later', async () => {
  const later = [
    { at: '2026-03-09T10:00:00Z', kind: 'shared', details: {} },
    { at: '2026-03-09T23:30:00Z', kind: 'shared', details: {} },
  ];
  open({
    [`GET recordings/${id}/`]: [200, saved],
    [`GET recordings/${id}/timeline/`]: [200, { results: [...results, ...later] }],
  });
  expect(await screen.findByText('March 9, 2026')).toBeTruthy();
  // 23:30 UTC is the next day where the account is.
  expect(screen.getByText('March 10, 2026')).toBeTruthy();
  expect(screen.getAllByText('March 2, 2026')).toHaveLength(1);
  expect(screen.getAllByText('A link to it was made.')).toHaveLength(2);
});

it('says so when what happened cannot be read, and tries again', async () => {
  open({
    [`GET recordings/${id}/`]: [200, { ...saved, status: 'notification_succeeded' }],
    [`GET recordings/${id}/timeline/`]: [
      [500, {}],
      [200, { results }],
    ],
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Everybody had left.')).toBeTruthy();
});

it('plays it anew when somebody tries again, and asks whether it is still there', async () => {
  const calls = open({ [`GET recordings/${id}/`]: [200, { ...saved, status: 'notification_succeeded' }] });
  const broken = await screen.findByLabelText('Recording of Weekly');
  const asked = () => calls.filter(({ path }) => path === `recordings/${id}/`).length;
  fireEvent.error(broken);
  const before = asked();
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  const again = screen.getByLabelText('Recording of Weekly');
  expect(again).not.toBe(broken);
  expect(document.activeElement).toBe(again);
  await expect.poll(asked, { timeout: 15_000 }).toBe(before + 1);
});
