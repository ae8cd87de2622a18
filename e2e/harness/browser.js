import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { patience } from './waiting.js';

/** Chromium with a moving test picture and beeps instead of camera and microphone, and no calls home. */
export function launchBrowser(...more) {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream=fps=20',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...more,
    ],
  });
}

/** A person at their own browser: locale, time zone, cookies of their own. */
export async function person(browser, { locale = 'en-US', timezoneId = 'UTC', ...options } = {}) {
  const context = await browser.newContext({ locale, timezoneId, permissions: ['camera', 'microphone'], ...options });
  context.setDefaultTimeout(20_000 * patience);
  await context.addInitScript(keepPeers);
  return tab(context);
}

/**
 * What a guest is not allowed to read is answered 401, and Chromium reports that as an error of the page. LiveKit's client reports a track that it has taken back
 * itself while the server still spoke of it.
 */
const harmless = /status of 401|could not find published track/;

/** A tab in somebody's browser. */
export async function tab(context) {
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !harmless.test(message.text())) page.faults.push(message.text());
  });
  return page;
}

/** Runs in the page: remembers its peer connections, so that their statistics can be read. */
function keepPeers() {
  const Peer = window.RTCPeerConnection;
  window.peers = [];
  window.RTCPeerConnection = class extends Peer {
    constructor(...args) {
      super(...args);
      window.peers.push(this);
    }
  };
}

/** What this page has received so far: frames decoded of every video, and the energy of all sound. */
export function received(page) {
  return page.evaluate(async () => {
    const total = { frames: 0, videos: 0, energy: 0, sounds: 0 };
    for (const peer of window.peers.filter((one) => one.connectionState === 'connected')) {
      for (const stats of (await peer.getStats()).values()) {
        if (stats.type !== 'inbound-rtp') continue;
        if (stats.kind === 'video') {
          total.videos += 1;
          total.frames += stats.framesDecoded ?? 0;
        } else {
          total.sounds += 1;
          total.energy += stats.totalAudioEnergy ?? 0;
        }
      }
    }
    return total;
  });
}

function findChromium() {
  const named = process.env.CAUSERIE_CHROMIUM;
  if (named && existsSync(named)) return named;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // The next name, then.
    }
  }
  throw new Error('No Chromium on this machine: run bin/setup --tests');
}
