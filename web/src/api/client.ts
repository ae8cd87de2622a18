/** The answer of the server to a call that did not succeed; `body` is its JSON, if it was JSON. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`the server answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Calls our API on the page's own origin; resolves to the JSON of the answer, or to undefined when it has none. */
export function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return request<T>(method, path, headers(method, body !== undefined), body, signal);
}

/** Like `call` with POST, as the person in the meeting that a LiveKit token says one is. */
export function callInside<T>(token: string, path: string, body: unknown): Promise<T> {
  const sent = headers('POST', true);
  sent.set('Authorization', `Bearer ${token}`);
  return request<T>('POST', path, sent, body);
}

async function request<T>(
  method: Method,
  path: string,
  headers: Headers,
  body: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(`/api/v1.0/${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    credentials: 'same-origin',
    signal: signal ?? null,
  });
  const answer = await json(response);
  if (!response.ok) throw new ApiError(response.status, answer);
  return answer as T;
}

/** Like `call` with GET, but null instead of an error when the answer has the given status. */
export async function find<T>(path: string, absent: number, signal?: AbortSignal): Promise<T | null> {
  try {
    return await call<T>('GET', path, undefined, signal);
  } catch (error) {
    if (isStatus(error, absent)) return null;
    throw error;
  }
}

export function isStatus(error: unknown, ...statuses: number[]): boolean {
  return error instanceof ApiError && statuses.includes(error.status);
}

/** The value of a cookie that scripts may read, or undefined. */
export function cookie(name: string, cookies = document.cookie): string | undefined {
  const pairs = cookies.split(/;\s*/).map((pair) => pair.split('='));
  return pairs.findLast(([key]) => key === name)?.[1];
}

function headers(method: Method, hasBody: boolean): Headers {
  const headers = new Headers({ Accept: 'application/json' });
  if (hasBody) headers.set('Content-Type', 'application/json');
  const token = cookie('csrftoken');
  if (method !== 'GET' && token) headers.set('X-CSRFToken', token);
  return headers;
}

async function json(response: Response): Promise<unknown> {
  const isJson = /\bapplication\/(?:[\w.+-]+\+)?json\b/.test(response.headers.get('Content-Type') ?? '');
  if (response.status === 204 || !isJson) return undefined;
  return response.json().catch(() => undefined);
}
