import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Room } from '../api/types';
import { configuration, server, show } from '../testing/page';
import { InvitationCard } from './InvitationCard';

const room: Room = { id: 'r', slug: 'weekly', name: 'Weekly', access_level: 'public', pin_code: '1234567890' };
const telephony = { enabled: true, default_country: 'FR', international_phone_number: '+33 1 23 45 67 89' };

afterEach(() => void Reflect.deleteProperty(navigator, 'share'));

it('has number and PIN where the server can be called', async () => {
  server({ 'GET config/': [200, { ...configuration, telephony }] });
  show(<InvitationCard room={room} />);
  const phone = await screen.findByRole('link', { name: '+33 1 23 45 67 89' });
  expect(phone.getAttribute('href')).toBe('tel:+33123456789,,1234567890%23');
  expect(screen.getByText('123 456 7890#')).toBeTruthy();
});

it('has the link alone where it cannot', () => {
  server({ 'GET config/': [200, { ...configuration, telephony: { enabled: false } }] });
  show(<InvitationCard room={room} />);
  expect(screen.getByText(`${location.origin}/weekly`)).toBeTruthy();
  expect(screen.queryByText('PIN')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
});

it('hands the invitation to other programs where the browser can', async () => {
  const share = vi.fn(() => Promise.resolve());
  Object.assign(navigator, { share });
  server({ 'GET config/': [200, configuration] });
  show(<InvitationCard room={room} />);
  await userEvent.click(screen.getByRole('button', { name: 'Share' }));
  expect(share).toHaveBeenCalledExactlyOnceWith({
    title: 'Weekly',
    text: `Join the video meeting “Weekly”:\n${location.origin}/weekly`,
  });
});
