import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, call, cookie, find } from './client';

function answer(status: number, body?: unknown, type = 'application/json') {
  const text = body === undefined ? null : JSON.stringify(body);
  const fetched = vi.fn(() => Promise.resolve(new Response(text, { status, headers: { 'Content-Type': type } })));
  vi.stubGlobal('fetch', fetched);
  return fetched as unknown as { mock: { calls: [string, RequestInit & { headers: Headers }][] } };
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.cookie = 'csrftoken=; Max-Age=0';
});

describe('call', () => {
  it('sends the CSRF token with unsafe calls only', async () => {
    document.cookie = 'csrftoken=abc123';
    const fetched = answer(200, {});
    await call('GET', 'rooms/');
    await call('POST', 'rooms/', { name: 'x' });
    const [get, post] = fetched.mock.calls.map(([, init]) => init.headers);
    expect(get?.get('X-CSRFToken')).toBeNull();
    expect(post?.get('X-CSRFToken')).toBe('abc123');
    expect(post?.get('Content-Type')).toBe('application/json');
  });

  it('throws the status and the body of a refusal', async () => {
    answer(409, { error: 'A recording is already in progress' });
    await expect(call('POST', 'rooms/x/start-recording/', {})).rejects.toEqual(
      expect.objectContaining({ status: 409, body: { error: 'A recording is already in progress' } }),
    );
  });

  it('takes a page that is not JSON as no body', async () => {
    answer(502, undefined, 'text/html');
    const failure = await call('GET', 'config/').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect((failure as ApiError).body).toBeUndefined();
  });

  it('reads problem+json as well', async () => {
    answer(400, { title: 'Bad' }, 'application/problem+json');
    await expect(call('GET', 'config/')).rejects.toEqual(expect.objectContaining({ body: { title: 'Bad' } }));
  });
});

describe('find', () => {
  it('is null when what was asked for is absent', async () => {
    answer(401, { detail: 'Authentication credentials were not provided.' });
    expect(await find('users/me/', 401)).toBeNull();
  });

  it('throws for every other refusal', async () => {
    answer(500);
    await expect(find('users/me/', 401)).rejects.toBeInstanceOf(ApiError);
  });
});

describe('cookie', () => {
  it('takes the last one of several with the same name', () => {
    expect(cookie('csrftoken', 'a=1; csrftoken=old; csrftoken=new')).toBe('new');
    expect(cookie('csrftoken', 'xcsrftoken=1')).toBeUndefined();
  });
});
