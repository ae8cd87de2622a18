import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announce } from './announce';
import { Announcer } from './Announcer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads polite announcements that come together as one', () => {
  render(<Announcer />);
  act(() => {
    announce('Ada joined');
    announce('Bob joined');
    vi.advanceTimersByTime(700);
  });
  expect(screen.getByRole('status').textContent).toBe('Ada joined. Bob joined');
});

it('interrupts for what must not be missed, also twice', () => {
  render(<Announcer />);
  act(() => announce('Connection lost', true));
  const first = screen.getByRole('alert').textContent;
  act(() => announce('Connection lost', true));
  expect(first.trim()).toBe('Connection lost');
  expect(screen.getByRole('alert').textContent).not.toBe(first);
});
