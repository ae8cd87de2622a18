import { ApiError } from '../api/client';
import { isReserved } from '../app/router';
import type { Key } from '../i18n';

const consonants = 'bdhjklmnprstvwz';
const vowels = 'aeiou';

/** Syllables that are, or sound like, words nobody wants in a link. */
const unwanted = /nazi|kaka|pipi|zizi|pede|pute|rape|tit|pis|hur|lul|put|kut|dik|nik|jap|tet|zob/;

/**
 * A name for a meeting that can be said on the phone and not be guessed: three syllable groups such as
 * `mok-tiva-ruz` (one of some ten thousand million), in the 3-4-3 letters that every client of this API can open.
 */
export function randomName(random: (below: number) => number = secure): string {
  const letter = (from: string) => from.charAt(random(from.length));
  const word = (pattern: string) => pattern.replace(/./g, (kind) => letter(kind === 'c' ? consonants : vowels));
  for (;;) {
    const name = ['cvc', 'cvcv', 'cvc'].map(word).join('-');
    if (!unwanted.test(name)) return name;
  }
}

/** The slug that the server derives from a name (rooms contract 3.1). */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\0-\x7f]/g, '')
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
}

/** What is wrong with a name that somebody wants for a room, before the server is asked; null when nothing is. */
export function nameProblem(name: string): Key | null {
  const slug = slugOf(name);
  if (name && !slug) return 'home.create.unreadable';
  if (slug.length > 100) return 'home.create.long';
  return isReserved(slug) ? 'home.create.reserved' : null;
}

/** Whether the server refused a name because another room has it. */
export function isTaken(error: unknown): boolean {
  return (
    error instanceof ApiError && error.status === 400 && typeof error.body === 'object' && 'slug' in (error.body ?? {})
  );
}

/** The slug in what somebody pasted: a link to this server, a path, or a code; null when it is none of these. */
export function slugIn(text: string, origin: string): string | null {
  const trimmed = text.trim();
  const path = /^https?:\/\//i.test(trimmed) ? pathOf(trimmed, origin) : trimmed;
  const slug = slugOf((path ?? '').replace(/^\/+|\/+$/g, ''));
  return slug && !path?.replace(/^\/+|\/+$/g, '').includes('/') ? slug : null;
}

function pathOf(link: string, origin: string): string | null {
  try {
    const url = new URL(link);
    return url.host === new URL(origin).host ? decodeURIComponent(url.pathname) : null;
  } catch {
    return null;
  }
}

function secure(below: number): number {
  const limit = Math.floor(256 / below) * below;
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (value < limit) return value % below;
  }
}
