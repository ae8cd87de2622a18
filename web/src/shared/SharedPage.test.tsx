import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { alice, configuration, server, show } from '../testing/page';
import SharedPage from './SharedPage';

const id = '6d0f7d0e-0a35-4a6c-8a44-58a2b4b6c001';
const media = `/api/v1.0/shared-recordings/${id}/media/`;
const shared = {
  room_name: 'Weekly',
  created_at: '2026-03-02T09:00:00Z',
  mode: 'screen_recording',
  expires_at: '2026-03-09T09:00:00Z',
  media,
};

beforeEach(() => {
  location.hash = '#secret';
});

function open(status: number, body: unknown, me: Parameters<typeof server>[0][string] = [401]) {
  const calls = server({
    'GET config/': [200, configuration],
    'GET users/me/': me,
    [`POST shared-recordings/${id}/`]: [status, body],
  });
  show(<SharedPage id={id} />);
  return calls;
}

it('plays and offers the recording to somebody without an account', async () => {
  const calls = open(200, shared);
  const video = await screen.findByLabelText('Recording of Weekly');
  expect(video.getAttribute('src')).toBe(media);
  expect(screen.getByRole('link', { name: 'Download' }).getAttribute('href')).toBe(media);
  expect(screen.getByText(/This link is valid until .*2026/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  expect(calls.filter(({ path }) => path.startsWith('shared-recordings'))).toEqual([
    { method: 'POST', path: `shared-recordings/${id}/`, body: { token: 'secret' } },
  ]);
});

it('says one and the same of every link that opens nothing', async () => {
  open(404, { detail: 'Not found.' });
  expect(await screen.findByRole('heading', { name: 'This link opens nothing (any more)' })).toBeTruthy();
  expect(document.querySelector('video')).toBeNull();
});

it('tells of a failure that is not the link’s, and offers to try again', async () => {
  open(429, { detail: 'later' });
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});

it('keeps what opens the link when somebody skips to the content', async () => {
  const calls = open(200, shared);
  await screen.findByLabelText('Recording of Weekly');
  await userEvent.click(screen.getByRole('link', { name: 'Skip to content' }));
  expect(document.activeElement).toBe(screen.getByRole('main'));
  expect(location.hash).toBe('#secret');
  expect(screen.getByLabelText('Recording of Weekly')).toBeTruthy();
  expect(calls.filter(({ path }) => path.startsWith('shared-recordings'))).toHaveLength(1);
});

it('says that the link was revoked while it was watched, to whoever tries again', async () => {
  server({
    'GET config/': [200, configuration],
    'GET users/me/': [401],
    [`POST shared-recordings/${id}/`]: [
      [200, shared],
      [404, { detail: 'Not found.' }],
    ],
  });
  show(<SharedPage id={id} />);
  fireEvent.error(await screen.findByLabelText('Recording of Weekly'));
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'This link opens nothing (any more)' })).toBeTruthy();
});

it('tells when it was made in the time zone of whoever has an account', async () => {
  open(200, shared, [200, { ...alice, timezone: 'Pacific/Auckland' }]);
  expect(await screen.findByText(/Recorded on March 2, 2026 at 10:00/)).toBeTruthy();
});
