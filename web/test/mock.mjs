// A stand-in for our server, for looking at pages during development: `npm run mock`. Not part of any build.
// Run `livekit-server --dev` beside it for real meetings. Cookie `as=alice` is a signed-in person.
import { createHmac, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';

const livekit = process.env.LIVEKIT_URL ?? 'ws://127.0.0.1:7880';
const movie = process.env.MOCK_MOVIE ?? '';
const [key, secret] = ['devkey', process.env.LIVEKIT_SECRET ?? 'secret'];
const alice = {
  id: '5b0c7f1e-2f0e-4c1b-9a55-0f6f3b3e9d21',
  email: 'alice@example.org',
  full_name: 'Alice Martin',
  short_name: 'Alice',
  timezone: 'Europe/Paris',
  language: 'en-us',
  default_room_access_level: null,
  default_room_configuration: {},
};
const rooms = new Map();
room('Weekly sync');
room('mok-tiva-ruz');
room('Conseil municipal du 12 décembre');
room('For members', 'trusted');
room('Board', 'restricted');
const recordings = [
  recording('active', 'Weekly sync', -2),
  recording('notification_succeeded', 'Weekly sync', -3600),
  recording('saved', 'Conseil municipal du 12 décembre', -90000, 'transcript'),
  recording('aborted', 'mok-tiva-ruz', -190000),
];

export function mock() {
  return {
    name: 'causerie:mock',
    configureServer: ({ middlewares }) => void middlewares.use(answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
  };
}

async function answer(request, response, next) {
  const url = new URL(request.url, 'http://mock');
  if (url.pathname.startsWith('/media/')) return media(request, response);
  if (!url.pathname.startsWith('/api/v1.0/')) return next();
  const path = url.pathname.slice('/api/v1.0/'.length);
  const user = /\bas=alice/.test(request.headers.cookie ?? '') ? alice : null;
  const body = await read(request);
  const [status, value] = await api(`${request.method} ${path}`, url.searchParams, user, body, request);
  response.statusCode = status;
  if (status === 302) {
    const cookie = path.startsWith('authenticate') ? 'as=alice; Path=/' : 'as=; Path=/; Max-Age=0';
    response.setHeader('Set-Cookie', cookie);
    response.setHeader('Location', value);
    return response.end();
  }
  response.setHeader('Content-Type', 'application/json');
  return response.end(value === undefined ? '' : JSON.stringify(value));
}

async function api(call, query, user, body, request) {
  const [, slug] = /^GET rooms\/([^/]+)\/$/.exec(call) ?? [];
  const [, started] = /^POST rooms\/([^/]+)\/start-recording\/$/.exec(call) ?? [];
  const [, stopped] = /^POST rooms\/([^/]+)\/stop-recording\/$/.exec(call) ?? [];
  const [, wanted, timeline] = /^GET recordings\/([^/]+)\/(timeline\/)?$/.exec(call) ?? [];
  if (call === 'GET config/') return [200, configuration(request)];
  if (call === 'GET authenticate/') return [302, query.get('returnTo') ?? '/'];
  if (call === 'GET logout/') return [302, '/'];
  if (call === 'GET users/me/') return user ? [200, user] : [401, { detail: 'no' }];
  if (call.startsWith('PUT users/')) return [200, Object.assign(alice, body)];
  if (call === 'GET rooms/') return [200, page([...rooms.values()].map((each) => shown(each, user, 'x')))];
  if (call === 'POST rooms/') return create(body.name, user, query);
  if (slug) return rooms.has(slug) ? [200, shown(rooms.get(slug), user, query.get('username'))] : [404, {}];
  if (/^GET rooms\/[^/]+\/waiting-participants\/$/.test(call)) return [200, { participants: waiting(request) }];
  if (call.startsWith('PATCH rooms/')) return [503, {}];
  if (started) return start(started);
  if (stopped) return stop(stopped);
  if (call === 'GET recordings/') return user ? [200, page(recordings)] : [401, {}];
  const link = shares(call, body, user);
  if (link) return link;
  if (call.startsWith('DELETE recordings/')) return [204];
  const found = recordings.find(({ id }) => id === wanted);
  if (!user) return [401, {}];
  if (!found) return [404, { detail: 'Not found.' }];
  return [200, timeline ? story(found) : found];
}

function configuration(request) {
  const media = /\bmedia=none/.test(request.headers.cookie ?? '') ? null : livekit;
  return {
    LANGUAGE_CODE: 'en-us',
    recording: { is_enabled: true, available_modes: ['screen_recording', 'transcript'], expiration_days: 30 },
    livekit: { url: media, force_wss_protocol: false, default_sources: [] },
    is_silent_login_enabled: false,
    authenticated_users_can_edit_display_name: true,
    feedback: {},
  };
}

/** With the cookie `knock=1` somebody waits at each door. */
function waiting(request) {
  const isKnocking = /\bknock=1/.test(request.headers.cookie ?? '');
  return isKnocking ? [{ id: 'w', username: 'Claire Dupont', color: 'hsl(20, 60%, 44%)' }] : [];
}

const links = new Map();

/** The links of a recording; what opens one is always `secret`. */
function shares(call, body, user) {
  const [, id, one] = /^\w+ recordings\/([^/]+)\/shares\/(?:([^/]+)\/)?$/.exec(call) ?? [];
  const [, opened] = /^POST shared-recordings\/([^/]+)\/$/.exec(call) ?? [];
  if (opened) {
    const share = [...links.values()].flat().find((each) => each.id === opened);
    return share && body.token === 'secret' ? [200, seen(share)] : [404, {}];
  }
  if (!id) return null;
  if (!user) return [401, {}];
  const all = links.get(id) ?? [];
  if (call.startsWith('GET')) return [200, { results: all, max_days: 30, default_days: 7 }];
  if (one) return (links.set(id, all.filter((each) => each.id !== one)), [204]); // prettier-ignore
  const now = Date.now();
  const made = {
    id: randomUUID(),
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + body.days * 86400_000).toISOString(),
    is_expired: false,
    views: 0,
    last_viewed_at: null,
    recording: id,
  };
  links.set(id, [made, ...all]);
  return [201, { ...made, link: `/shared/${made.id}#secret` }];
}

function seen({ recording: id, expires_at }) {
  const { room: of, created_at, mode, key } = recordings.find((each) => each.id === id);
  return { room_name: of.name, created_at, mode, expires_at, media: `/media/${key}` };
}

function room(name, access_level = 'public') {
  const slug = name
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .toLowerCase()
    .replace(/[ -]+/g, '-');
  const made = { id: randomUUID(), name, slug, access_level, configuration: {} };
  rooms.set(slug, made);
  return made;
}

function create(name, user, query) {
  if (!user) return [401, {}];
  const made = room(name);
  return [201, shown(made, user, query.get('username'))];
}

function shown(of, user, name) {
  if (of.access_level === 'restricted' || (of.access_level === 'trusted' && !user)) return of;
  const open = { ...of, pin_code: null, livekit: { url: livekit, room: of.id, token: token(of.id, user, name) } };
  return user ? { ...open, accesses: [{ id: randomUUID(), role: 'owner' }] } : open;
}

function token(roomId, user, name) {
  return jwt({
    sub: user?.id ?? randomUUID(),
    name: name || user?.full_name || 'Anonymous',
    video: { room: roomId, roomJoin: true, roomAdmin: Boolean(user), canPublish: true, canPublishData: true },
    attributes: {
      color: `hsl(${Math.floor(Math.random() * 360)}, 60%, 44%)`,
      room_role: user ? 'owner' : '',
      is_authenticated: String(Boolean(user)),
    },
  });
}

function jwt(claims) {
  const now = Math.floor(Date.now() / 1000);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: key, nbf: now, exp: now + 21600, ...claims })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

async function start(id) {
  const mode = 'screen_recording';
  await metadata(id, { recording_mode: mode, recording_status: 'starting' });
  setTimeout(() => void metadata(id, { recording_mode: mode, recording_status: 'started' }), 1500);
  return [201, { message: 'ok' }];
}

async function stop(id) {
  await metadata(id, { recording_mode: 'screen_recording', recording_status: 'saving' });
  setTimeout(() => void metadata(id, {}), 2500);
  return [200, { message: 'ok' }];
}

async function metadata(id, value) {
  const headers = {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${jwt({ video: { room: id, roomAdmin: true } })}`,
  };
  const url = `${livekit.replace('ws', 'http')}/twirp/livekit.RoomService/UpdateRoomMetadata`;
  await fetch(url, { method: 'POST', headers, body: JSON.stringify({ room: id, metadata: JSON.stringify(value) }) });
}

function recording(status, name, seconds, mode = 'screen_recording') {
  const at = new Date(Date.now() + seconds * 1000).toISOString();
  const id = randomUUID();
  const of = [...rooms.values()].find((each) => each.name === name) ?? room(name);
  const extension = mode === 'transcript' ? 'ogg' : 'mp4';
  return {
    id,
    room: { id: of.id, name, slug: of.slug, access_level: 'public' },
    created_at: at,
    updated_at: at,
    status,
    mode,
    options: {},
    key: `recordings/${id}.${extension}`,
    is_expired: false,
    expired_at: new Date(Date.parse(at) + 30 * 86400_000).toISOString(),
  };
}

function story({ created_at, status }) {
  const line = (seconds, kind, details = {}) => ({
    at: new Date(Date.parse(created_at) + seconds * 1000).toISOString(),
    kind,
    details,
  });
  const begin = [line(0, 'initiated'), line(1, 'active'), line(2, 'recording')];
  if (status === 'active') return { results: begin };
  if (status === 'aborted')
    return { results: [...begin, line(720, 'aborted', { cause: 'browser_died' })], is_deletable: true };
  const end = [line(720, 'stopped'), line(722, 'saved', { cause: 'stopped' }), line(724, 'mail_sent')];
  return { results: [...begin, ...end, line(90_000, 'shared')], is_deletable: true };
}

function page(results) {
  return { count: results.length, next: null, previous: null, results };
}

function media(request, response) {
  if (!movie || !existsSync(movie)) {
    response.statusCode = 404;
    return response.end();
  }
  const size = statSync(movie).size;
  const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
  const [start, end] = [Number(from), to ? Number(to) : size - 1];
  response.writeHead(request.headers.range ? 206 : 200, {
    'Content-Type': 'video/mp4',
    'Accept-Ranges': 'bytes',
    'Content-Length': end - start + 1,
    'Content-Range': `bytes ${start}-${end}/${size}`,
  });
  return createReadStream(movie, { start, end }).pipe(response);
}

async function read(request) {
  let text = '';
  for await (const part of request) text += part;
  return text ? JSON.parse(text) : {};
}
