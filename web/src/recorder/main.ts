// The recorder page. The server opens it in a headless Chromium with a one-time code in the fragment of its address.
import { setLogLevel } from 'livekit-client';
import { record } from './recording';
import { claim } from './server';

const code = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
setLogLevel('silent');
document.title = 'Causerie recorder';

claim(code)
  .then(record)
  .catch((error: unknown) => console.error(error instanceof Error ? error.message : 'failed'));
