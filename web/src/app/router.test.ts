import { describe, expect, it } from 'vitest';
import { isReserved, route } from './router';

describe('route', () => {
  it.each([
    ['/', { page: 'home' }],
    ['/account', { page: 'account' }],
    ['/account/', { page: 'account' }],
    ['/mok-tiva-ruz', { page: 'room', slug: 'mok-tiva-ruz' }],
    ['/R%C3%A9union', { page: 'room', slug: 'Réunion' }],
    [
      '/recording/0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11',
      { page: 'recording', id: '0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11' },
    ],
    ['/shared/0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11', { page: 'shared', id: '0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11' }],
    ['/shared', { page: 'room', slug: 'shared' }],
    ['/shared/settings', { page: 'settings', slug: 'shared' }],
    ['/recording/not-a-uuid', { page: 'notFound' }],
    ['/recording', { page: 'notFound' }],
    ['/weekly/settings', { page: 'settings', slug: 'weekly' }],
    ['/account/settings', { page: 'notFound' }],
    ['/weekly/settings/more', { page: 'notFound' }],
    ['/a/b', { page: 'notFound' }],
    ['/%E0%A4%A', { page: 'notFound' }],
  ])('%s', (path, expected) => {
    expect(route(path)).toEqual(expected);
  });
});

describe('isReserved', () => {
  it('keeps rooms off the pages of the app and of the server, and off ids', () => {
    expect(['account', 'API', 'media', '0b6f2a526a0b4f0e9d513f0c9d6f7a11'].every(isReserved)).toBe(true);
    expect(isReserved('weekly')).toBe(false);
  });
});
