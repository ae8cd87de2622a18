import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { alice, server, show } from '../testing/page';
import { MyRecordings } from './MyRecordings';

const recording = {
  id: '0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11',
  room: { id: 'r1', name: 'Weekly', slug: 'weekly' },
  created_at: '2026-03-02T20:30:00Z',
  status: 'saved',
  mode: 'screen_recording',
};

it('tells when they were made in the time zone of the account', async () => {
  server({
    'GET users/me/': [200, { ...alice, timezone: 'Pacific/Auckland' }],
    'GET recordings/?page=1&page_size=8': [200, { count: 1, next: null, results: [recording] }],
  });
  show(<MyRecordings />);
  expect(await screen.findByText(/March 3, 2026 at 9:30/)).toBeTruthy();
});
