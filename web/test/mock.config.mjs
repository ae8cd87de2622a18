import { mergeConfig } from 'vite';
import config from '../vite.config.ts';
import { mock } from './mock.mjs';

// The app as usual, with the stand-in of `mock.mjs` instead of our server, and our server's Content-Security-Policy.
const media = (process.env.LIVEKIT_URL ?? 'ws://127.0.0.1:7880').replace(
  /^(.*)$/,
  (ws) => `${ws} ${ws.replace('ws', 'http')}`,
);
const policy = [
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; img-src 'self' data: blob:",
  `style-src 'self' 'unsafe-inline'; media-src 'self' blob:; font-src 'self'; connect-src 'self' ${media}`,
  "object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
];
const headers = { 'Content-Security-Policy': policy.join('; ') };

export default mergeConfig(config, {
  server: { proxy: {} },
  preview: { proxy: {}, headers },
  plugins: [mock()],
});
