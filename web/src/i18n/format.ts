import { language } from '.';

/** A moment in the person's language, in the given time zone or the browser's. */
export function moment(iso: string, timeZone?: string): string {
  return format(iso, { dateStyle: 'long', timeStyle: 'short' }, timeZone);
}

export function day(iso: string, timeZone?: string): string {
  return format(iso, { dateStyle: 'long' }, timeZone);
}

export function clock(iso: string | number, withSeconds = false, timeZone?: string): string {
  return format(iso, { timeStyle: withSeconds ? 'medium' : 'short' }, timeZone);
}

/** A length of time as `m:ss` or `h:mm:ss`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

function format(when: string | number, options: Intl.DateTimeFormatOptions, timeZone?: string): string {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return '';
  try {
    return new Intl.DateTimeFormat(locale(), timeZone ? { ...options, timeZone } : options).format(date);
  } catch {
    // the account's zone was told by a browser that knows more of them
    return new Intl.DateTimeFormat(locale(), options).format(date);
  }
}

/** The person's own variety of the language (British, Canadian ...), if the browser tells it. */
function locale(): string {
  return navigator.languages.find((tag) => tag.startsWith(language())) ?? language();
}
