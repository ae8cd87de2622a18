import { describe, expect, it } from 'vitest';
import de from './de.json';
import en from './en.json';
import fr from './fr.json';
import nl from './nl.json';

const sources: Record<string, string> = import.meta.glob(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const plural = /_(zero|one|two|few|many|other)$/;
const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();

describe.each([
  ['fr', fr],
  ['de', de],
  ['nl', nl],
])('%s', (_name, words: Record<string, string>) => {
  it('has the keys of English, no more and no less', () => {
    expect(Object.keys(words)).toEqual(Object.keys(en));
  });

  it('fills the same places', () => {
    const wrong = Object.entries(en).filter(([key, text]) => {
      return placeholders(words[key] ?? '').join() !== placeholders(text).join();
    });
    expect(wrong).toEqual([]);
  });

  it('leaves no text empty', () => {
    expect(Object.entries(words).filter(([, text]) => !text.trim())).toEqual([]);
  });
});

describe('en', () => {
  it('has no key that nobody uses', () => {
    const code = Object.values(sources).join('\n');
    const unused = Object.keys(en).filter((key) => !code.includes(`'${key.replace(plural, '')}'`));
    expect(unused).toEqual([]);
  });
});
