import { useSyncExternalStore } from 'react';

const query = '(max-width: 720px)';

/** Whether the page is as narrow as a phone, so that only the most needed controls fit the bar. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(changed: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
