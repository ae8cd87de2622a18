/** What the order of tiles depends on. */
export interface Seat {
  readonly identity: string;
  readonly isLocal: boolean;
  readonly joinedAt: number;
}

/** First come, first placed, oneself last: nobody's tile moves when somebody speaks. */
export function bySeat(a: Seat, b: Seat): number {
  if (a.isLocal !== b.isLocal) return a.isLocal ? 1 : -1;
  return a.joinedAt - b.joinedAt || (a.identity < b.identity ? -1 : 1);
}

/** The tiles of one page, and how many pages there are. */
export function paged<T>(tiles: readonly T[], perPage: number, page: number) {
  const pages = Math.max(1, Math.ceil(tiles.length / perPage));
  const current = Math.min(page, pages - 1);
  return { pages, current, shown: tiles.slice(current * perPage, (current + 1) * perPage) };
}
