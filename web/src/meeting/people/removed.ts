import { useSyncExternalStore } from 'react';

/** Somebody whom this page has put out of a meeting. */
export interface Removed {
  readonly room: string;
  readonly identity: string;
  readonly name: string;
}

let all: readonly Removed[] = [];
const listeners = new Set<() => void>();

/** Notes that somebody was put out, so that it can be undone as long as this page is open. */
export function noteRemoval(person: Removed): void {
  show([...without(person), person]);
}

/** They may come back. */
export function forgetRemoval(person: Removed): void {
  show(without(person));
}

/** Whom this page has put out of the room, the first first. */
export function useRemoved(room: string): readonly Removed[] {
  return useSyncExternalStore(subscribe, () => all).filter((person) => person.room === room);
}

function without({ room, identity }: Removed): readonly Removed[] {
  return all.filter((person) => person.room !== room || person.identity !== identity);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function show(next: readonly Removed[]): void {
  all = next;
  listeners.forEach((listener) => listener());
}
