import { describe, expect, it } from 'vitest';
import { randomName, slugIn, slugOf } from './names';

describe('randomName', () => {
  it('is pronounceable and in the 3-4-3 form', () => {
    for (let i = 0; i < 500; i++) expect(randomName()).toMatch(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  });

  it('is its own slug', () => {
    const name = randomName();
    expect(slugOf(name)).toBe(name);
  });

  it('draws again when a syllable is unwanted', () => {
    const draws = [0, 0, 0, ...Array<number>(100).fill(0)];
    let calls = 0;
    const name = randomName((below) => (draws[calls++] ?? 0) % below);
    expect(name).toBe('bab-baba-bab');
  });
});

describe('slugOf', () => {
  it.each([
    ["Réunion d'équipe", 'reunion-dequipe'],
    ['foo_bar', 'foo_bar'],
    ['ßtraße', 'trae'],
    ['Œuvre', 'uvre'],
    ['½ Ⅳ', '12-iv'],
    ['日本語', ''],
    ['  --Weekly -- sync__ ', 'weekly-sync'],
  ])('%s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe('slugIn', () => {
  const origin = 'https://meet.example.test';

  it.each([
    ['mok-tiva-ruz', 'mok-tiva-ruz'],
    ['  MOK-TIVA-RUZ ', 'mok-tiva-ruz'],
    ['https://meet.example.test/mok-tiva-ruz', 'mok-tiva-ruz'],
    ['https://meet.example.test/mok-tiva-ruz/?x=1', 'mok-tiva-ruz'],
    ['http://meet.example.test/R%C3%A9union', 'reunion'],
    ['/weekly', 'weekly'],
    ['Weekly sync', 'weekly-sync'],
    ['https://other.example.test/mok-tiva-ruz', null],
    ['https://meet.example.test/', null],
    ['https://meet.example.test/recording/1', null],
    ['', null],
    ['   ', null],
  ])('%s', (text, slug) => {
    expect(slugIn(text, origin)).toBe(slug);
  });
});
