import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompress } from './build/precompress.ts';

/** The address of the server that `npm run dev` forwards to. */
const server = process.env.CAUSERIE_DEV_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), precompress()],
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/media', '/mail', '/oauth2', '/signin', '/register'].map((path) => [path, { target: server }]),
    ),
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      input: { index: 'index.html', recorder: 'recorder.html' },
    },
  },
  test: {
    // One worker, one set-up for all files: starting a browser-like world for each costs more than the tests themselves.
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    environment: 'jsdom',
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
