import type { SharePage } from '../api/types';

/** For how many days a link may be made: a few usual lives, and the server's own. */
export function lives({ max_days, default_days }: Pick<SharePage, 'max_days' | 'default_days'>): number[] {
  const all = new Set([1, 7, 30, 90, default_days, max_days].filter((days) => days <= max_days));
  return [...all].sort((one, other) => one - other);
}
