import { lazy } from 'react';

/** Every page is its own chunk; home is what most visits begin with, the room is fetched ahead from there. */
export const HomePage = lazy(() => import('../home/HomePage'));
export const AccountPage = lazy(() => import('../account/AccountPage'));
export const RecordingPage = lazy(() => import('../recordings/RecordingPage'));
export const SharedPage = lazy(() => import('../shared/SharedPage'));
export const RoomSettingsPage = lazy(() => import('../rooms/RoomSettingsPage'));
export const RoomPage = lazy(() => import('../prejoin/RoomPage'));

const meeting = () => import('../meeting/Meeting');
export const Meeting = lazy(meeting);

/** Fetches the code of the meeting while the browser is idle, so that joining does not wait for it. */
export function fetchMeetingAhead(): void {
  const later = (then: () => void) =>
    'requestIdleCallback' in window ? requestIdleCallback(then, { timeout: 4000 }) : setTimeout(then, 1500);
  later(() => {
    void import('../prejoin/RoomPage').catch(() => undefined);
    void meeting().catch(() => undefined);
  });
}
