import { useSyncExternalStore } from 'react';
import { announce } from './announce';
import { isHandLow } from './hand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isError: boolean;
  readonly action?: { readonly text: string; readonly run: () => void } | undefined;
  /** On a phone: at the top of the page, because the hand is at work at its bottom. */
  readonly isAbove: boolean;
  /** What it is about, so that it can go when that is seen elsewhere. */
  readonly topic?: string | undefined;
}

const life = 7000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

/** Says something for a few seconds at the edge of the page, and to the screen reader. */
export function toast(text: string, options: Partial<Pick<Toast, 'isError' | 'action' | 'topic'>> = {}): void {
  last += 1;
  const id = last;
  const { isError = false, action, topic } = options;
  show([
    ...toasts.filter((old) => old.text !== text).slice(-2),
    { id, text, isError, isAbove: isHandLow(), action, topic },
  ]);
  announce(text, isError);
  setTimeout(() => dismiss(id), action ? life * 2 : life);
}

export function dismiss(id: number): void {
  show(toasts.filter((old) => old.id !== id));
}

export function dismissTopic(topic: string): void {
  show(toasts.filter((old) => old.topic !== topic));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => toasts,
  );
}

function show(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}
