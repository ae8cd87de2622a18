import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, find, isStatus } from './client';
import type {
  Access,
  AccessLevel,
  Configuration,
  NewShare,
  Page,
  Recording,
  Role,
  Room,
  RoomConfiguration,
  SharedRecording,
  SharePage,
  User,
} from './types';

export const configurationQuery = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => call<Configuration>('GET', 'config/', undefined, signal),
  staleTime: Infinity,
  retry: 3,
});

/** The signed-in person, or null. */
export const meQuery = queryOptions({
  queryKey: ['users', 'me'],
  queryFn: ({ signal }) => find<User>('users/me/', 401, signal),
  staleTime: Infinity,
  retry: 3,
});

export const myRoomsQuery = (page: number) =>
  queryOptions({
    queryKey: ['rooms', page],
    queryFn: ({ signal }) => call<Page<Room>>('GET', `rooms/?page=${page}&page_size=8`, undefined, signal),
    placeholderData: keepPreviousData,
  });

/** A room as the caller sees it, or null when there is none with this slug. */
export const roomQuery = (slug: string) =>
  queryOptions({
    queryKey: ['room', slug],
    queryFn: ({ signal }) => find<Room>(`rooms/${encodeURIComponent(slug)}/`, 404, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const myRecordingsQuery = (page: number) =>
  queryOptions({
    queryKey: ['recordings', page],
    queryFn: ({ signal }) => call<Page<Recording>>('GET', `recordings/?page=${page}&page_size=8`, undefined, signal),
    placeholderData: keepPreviousData,
  });

export const recordingQuery = (id: string) =>
  queryOptions({
    queryKey: ['recording', id],
    queryFn: ({ signal }) => call<Recording>('GET', `recordings/${id}/`, undefined, signal),
  });

/** Read anew with each state the recording reaches; until then the story so far stays. */
export const timelineQuery = (id: string, status: string) =>
  queryOptions({
    queryKey: ['recording', id, 'timeline', status],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call<unknown>('GET', `recordings/${id}/timeline/`, undefined, signal),
  });

/** The links of a recording, or null where the server makes none. */
export const sharesQuery = (id: string) =>
  queryOptions({
    queryKey: ['recording', id, 'shares'],
    queryFn: ({ signal }) => find<SharePage>(`recordings/${id}/shares/`, 404, signal),
  });

export const createShare = (recording: string, days: number) =>
  call<NewShare>('POST', `recordings/${recording}/shares/`, { days });

export const revokeShare = (recording: string, share: string) =>
  call('DELETE', `recordings/${recording}/shares/${share}/`);

/** What a link opens, asked once for a page because it counts as a view; null when the link opens nothing. */
export const sharedRecordingQuery = (id: string, token: string) =>
  queryOptions({
    queryKey: ['shared', id, token],
    queryFn: async () => {
      try {
        return await call<SharedRecording>('POST', `shared-recordings/${id}/`, { token });
      } catch (error) {
        if (isStatus(error, 404)) return null;
        throw error;
      }
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** A fresh right to enter the room under the given name; null when there is no such room. */
export function enter(slug: string, name: string): Promise<Room | null> {
  const query = name ? `?username=${encodeURIComponent(name)}` : '';
  return find<Room>(`rooms/${encodeURIComponent(slug)}/${query}`, 404);
}

export const createRoom = (name: string) => call<Room>('POST', 'rooms/?username=', { name });

/** Changes what is named and nothing else; a new name changes the room's address. */
export const updateRoom = (
  id: string,
  change: { name?: string; access_level?: AccessLevel; configuration?: RoomConfiguration },
) => call<Room>('PATCH', `rooms/${encodeURIComponent(id)}/`, change);

export const deleteRoom = (id: string) => call('DELETE', `rooms/${id}/`);

/** Ends the meeting for everybody; the room stays. */
export const endMeeting = (id: string) => call('POST', `rooms/${id}/end/`);

/** Mails the link to these addresses; what is wrong with one is told by its index. */
export const invite = (id: string, emails: readonly string[]) => call('POST', `rooms/${id}/invite/`, { emails });

/** People whose address resembles the text; none where the server does not list its people. */
export const peopleQuery = (text: string) =>
  queryOptions({
    queryKey: ['users', 'like', text],
    queryFn: ({ signal }) => call<Page<User>>('GET', `users/?q=${encodeURIComponent(text)}`, undefined, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });

export const giveAccess = (room: string, user: string, role: Role) =>
  call<Access>('POST', 'resource-accesses/', { resource: room, user, role });

export const changeAccess = (id: string, role: Role) => call<Access>('PATCH', `resource-accesses/${id}/`, { role });

export const removeAccess = (id: string) => call('DELETE', `resource-accesses/${id}/`);

/** Replaces what somebody in the meeting may do. */
export const updateParticipant = (room: string, identity: string, permission: object) =>
  call('POST', `rooms/${room}/update-participant/`, { participant_identity: identity, permission });

export const startRecording = (room: string, mode: string, language: string) =>
  call('POST', `rooms/${room}/start-recording/`, { mode, options: { language } });

export const stopRecording = (room: string) => call('POST', `rooms/${room}/stop-recording/`);

export const deleteRecording = (id: string) => call('DELETE', `recordings/${id}/`);

export const savePreferences = (user: string, timezone: string, language: string) =>
  call<User>('PUT', `users/${user}/`, { timezone, language });

/** What rooms this person creates begin with. */
export const saveDefaults = (
  user: string,
  defaults: Pick<User, 'default_room_access_level'> | Pick<User, 'default_room_configuration'>,
) => call<User>('PATCH', `users/${user}/`, defaults);
