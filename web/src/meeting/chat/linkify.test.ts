import { describe, expect, it } from 'vitest';
import { linkify } from './linkify';

describe('linkify', () => {
  it('finds addresses and leaves the punctuation after them', () => {
    expect(linkify('See https://a.test/x?y=1, or (http://b.test).')).toEqual([
      { text: 'See ' },
      { text: 'https://a.test/x?y=1', href: 'https://a.test/x?y=1' },
      { text: ', or (' },
      { text: 'http://b.test', href: 'http://b.test' },
      { text: ').' },
    ]);
  });

  it('makes no link of anything else', () => {
    const hostile = 'javascript:alert(1) data:text/html,x <img src=x onerror=alert(1)>';
    expect(linkify(hostile)).toEqual([{ text: hostile }]);
    expect(linkify('')).toEqual([]);
  });
});
