import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { startWords } from '../i18n';

// Machines that build and test at once are slow; waiting longer costs nothing when all is well.
configure({ asyncUtilTimeout: 15_000 });

// What jsdom lacks and the widgets use.
Object.assign(globalThis, {
  CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (character) => `\\${character}`) },
  scrollTo: () => undefined,
});

beforeAll(() => startWords('en'));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  history.replaceState(null, '', '/');
});
