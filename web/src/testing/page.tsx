import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { Toasts } from '../ui/Toasts';

/** An answer of the server: status and body, or a body alone (200). */
type Answer = readonly [status: number, body?: unknown];

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/**
 * Answers API calls from a table such as `{ 'GET users/me/': [401] }`; what is not in it is 404. A list of answers is given out one by one, the
 * last for ever. Returns the calls as they come.
 */
export function server(table: Record<string, Answer | readonly Answer[]>): Call[] {
  const calls: Call[] = [];
  const given = new Map<string, number>();
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const path = url.replace('/api/v1.0/', '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    calls.push({ method: init.method ?? 'GET', path, body });
    const key = `${init.method} ${path}`;
    const [status, value] = answerTo(table[key] ?? [404, {}], given.get(key) ?? 0);
    given.set(key, (given.get(key) ?? 0) + 1);
    const text = status === 204 ? null : JSON.stringify(value ?? {});
    return Promise.resolve(new Response(text, { status, headers: { 'Content-Type': 'application/json' } }));
  });
  return calls;
}

function answerTo(answers: Answer | readonly Answer[], turn: number): Answer {
  if (typeof answers[0] === 'number') return answers as Answer;
  const list = answers as readonly Answer[];
  return list[Math.min(turn, list.length - 1)] ?? [404];
}

/** Renders a part of the app with what every part may rely on. */
export function show(part: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, retryDelay: 1, staleTime: 60_000 } } });
  return render(
    <QueryClientProvider client={client}>
      {part}
      <Toasts />
    </QueryClientProvider>,
  );
}

export const configuration = {
  LANGUAGE_CODE: 'en-us',
  recording: { is_enabled: true, available_modes: ['screen_recording'], expiration_days: null, max_duration: null },
  livekit: { url: 'ws://livekit.test', force_wss_protocol: false },
};

export const alice = {
  id: '5b0c7f1e-2f0e-4c1b-9a55-0f6f3b3e9d21',
  email: 'alice@example.test',
  full_name: 'Alice Martin',
  short_name: 'Alice',
  timezone: 'Europe/Paris',
  language: 'en-us',
};
