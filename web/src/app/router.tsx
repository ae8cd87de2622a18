import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

/** Pages of the app; every other single segment is a room. */
export type Route =
  | { page: 'home' }
  | { page: 'account' }
  | { page: 'recording'; id: string }
  | { page: 'shared'; id: string }
  | { page: 'room'; slug: string }
  | { page: 'settings'; slug: string }
  | { page: 'notFound' };

/** First segments that belong to the app or to the server, so that no room can be opened under them. */
const reserved = new Set(
  (
    'account admin api assets external-api favicon feedback jwks login logout mail media oauth2 recorder recording ' +
    'recordings register sdk signin signup static userinfo'
  ).split(' '),
);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function route(path: string): Route {
  const [first = '', second, ...rest] = path.split('/').filter(Boolean);
  if (!first) return { page: 'home' };
  if (first === 'recording' && second && uuid.test(second) && rest.length === 0) {
    return { page: 'recording', id: second };
  }
  if (first === 'shared' && second && uuid.test(second) && rest.length === 0) return { page: 'shared', id: second };
  if (first === 'account' && second === undefined) return { page: 'account' };
  const slug = decoded(first);
  if (!slug || isReserved(slug) || rest.length > 0) return { page: 'notFound' };
  if (second === 'settings') return { page: 'settings', slug };
  return second === undefined ? { page: 'room', slug } : { page: 'notFound' };
}

export function isReserved(slug: string): boolean {
  return reserved.has(slug.toLowerCase()) || /^[0-9a-f]{32}$/.test(slug.toLowerCase().replaceAll('-', ''));
}

export function navigate(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** A link inside the app: an ordinary anchor that does not reload the page. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed);
  return () => removeEventListener('popstate', changed);
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
