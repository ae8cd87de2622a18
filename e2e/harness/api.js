/** Calls our API from a page, as its own scripts would: same origin, session cookie, CSRF header. Answers status and body. */
export function api(page, method, path, body) {
  return page.evaluate(
    async ({ method, path, body }) => {
      const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
      const answer = await fetch(`/api/v1.0/${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token === undefined ? {} : { 'X-CSRFToken': token }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        body: text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
      };
    },
    { method, path, body },
  );
}
