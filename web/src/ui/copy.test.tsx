import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../testing/page';
import { copy } from './copy';

const before = Object.getOwnPropertyDescriptor(navigator, 'clipboard');

beforeEach(() => void show(null));

afterEach(() => {
  if (before) Object.defineProperty(navigator, 'clipboard', before);
  else Reflect.deleteProperty(navigator, 'clipboard');
  Reflect.deleteProperty(document, 'execCommand');
});

/** The clipboard of a page; undefined where there is no https. */
function clipboard(writeText?: (text: string) => Promise<void>) {
  Object.defineProperty(navigator, 'clipboard', { value: writeText && { writeText }, configurable: true });
}

/** What the browser's own command does: copies what the page gives it. */
function command(isDone: boolean) {
  const given: string[] = [];
  const execCommand = () => {
    const event = new Event('copy', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { setData: (_: string, text: string) => given.push(text) } });
    document.body.dispatchEvent(event);
    return isDone;
  };
  Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
  return given;
}

it('copies, and says so', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  clipboard(writeText);
  await copy('text', 'Copied.', 'Not copied.');
  expect(writeText).toHaveBeenCalledExactlyOnceWith('text');
  expect(await screen.findByText('Copied.')).toBeTruthy();
});

it.each([
  ['a page without https', undefined],
  ['a browser that refuses its clipboard', () => Promise.reject(new Error('not allowed'))],
])('copies as browsers always did in %s, leaves nothing behind, and the focus where it is', async (_, writeText) => {
  clipboard(writeText);
  const given = command(true);
  const { activeElement, body } = document;
  const children = body.childElementCount;
  await copy('two\nlines', 'Copied.', 'Refused.');
  expect(given).toEqual(['two\nlines']);
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(screen.queryByText('Refused.')).toBeNull();
  expect([document.activeElement, body.childElementCount]).toEqual([activeElement, children]);
});

it('says that it could not', async () => {
  clipboard();
  command(false);
  await copy('text', 'Not this.', 'Refused.');
  expect(await screen.findByText('Refused.')).toBeTruthy();
  expect(screen.queryByText('Not this.')).toBeNull();
});

it('says that it could not where there is no command either', async () => {
  clipboard();
  await copy('text', 'Not this.', 'Refused again.');
  expect(await screen.findByText('Refused again.')).toBeTruthy();
});
