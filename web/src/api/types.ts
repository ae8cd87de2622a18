/** The parts of our API's answers that this client reads (contract: platform 11 and 12, rooms 5.2, recordings 11.1). */
export interface User {
  readonly id: string;
  readonly email: string | null;
  readonly full_name: string | null;
  readonly short_name: string | null;
  readonly timezone: string;
  readonly language: string;
  /** Of rooms this person creates; null or empty is the server's own default. */
  readonly default_room_access_level?: AccessLevel | '' | null;
  readonly default_room_configuration?: RoomConfiguration;
}

/** What can be sent into a meeting. */
export type Source = 'camera' | 'microphone' | 'screen_share' | 'screen_share_audio';

/** What participants who are not hosts may do (rooms 5.8), as stored; `rooms/rules.ts` reads it. */
export interface RoomConfiguration {
  readonly can_publish_sources?: readonly Source[] | null;
  readonly everyone_can_mute?: unknown;
}

export type RecordingMode = 'screen_recording' | 'transcript';

export interface Configuration {
  readonly LANGUAGE_CODE: string;
  readonly recording: {
    readonly is_enabled: boolean;
    readonly available_modes: readonly string[];
    readonly expiration_days: number | null;
    readonly max_duration: number | null;
  };
  readonly livekit: {
    readonly url: string | null;
    readonly force_wss_protocol: boolean;
    /** What participants may send where the room says nothing. */
    readonly default_sources?: readonly Source[];
  };
  readonly resource?: { readonly default_access_level: AccessLevel };
  readonly telephony?: { readonly enabled: boolean; readonly international_phone_number?: string };
  readonly authenticated_users_can_edit_display_name: boolean;
  readonly is_silent_login_enabled: boolean;
  readonly custom_css_url: string | null;
  readonly feedback: { readonly url?: string | null } | null;
  readonly documentation_url: string | null;
}

export interface LiveKitAccess {
  readonly url: string;
  readonly room: string;
  readonly token: string;
}

export type AccessLevel = 'public' | 'trusted' | 'restricted';

export type Role = 'member' | 'administrator' | 'owner';

/** Somebody's role on a room, as its hosts see it. */
export interface Access {
  readonly id: string;
  readonly role: Role;
  readonly user: Pick<User, 'id' | 'email' | 'full_name'>;
}

/** The answer to somebody who asks to be let in (contract: rooms 11.1). */
export interface EntryAnswer {
  readonly id: string;
  readonly username: string;
  readonly status: string;
  readonly color: string;
  readonly livekit: LiveKitAccess | null;
}

/** Somebody who waits to be let in (contract: rooms 11.3). */
export interface WaitingPerson {
  readonly id: string;
  readonly username: string;
  readonly color: string;
}

export interface Room {
  /** Null for a room that nobody has created (the server lets people meet in it all the same). */
  readonly id: string | null;
  readonly slug: string;
  readonly name?: string;
  readonly access_level: AccessLevel;
  readonly configuration?: RoomConfiguration;
  readonly pin_code?: string | null;
  /** Absent when the caller may not enter directly. */
  readonly livekit?: LiveKitAccess;
  /** Present for hosts only. */
  readonly accesses?: readonly Access[];
}

export type RecordingStatus =
  | 'initiated'
  | 'active'
  | 'stopped'
  | 'saved'
  | 'aborted'
  | 'failed_to_start'
  | 'failed_to_stop'
  | 'notification_succeeded'
  | 'external_process_successful'
  | 'external_process_failed';

export interface Recording {
  readonly id: string;
  readonly room: { readonly id: string; readonly name: string; readonly slug: string };
  readonly created_at: string;
  readonly updated_at: string;
  readonly status: RecordingStatus;
  readonly mode: RecordingMode;
  readonly key: string;
  readonly is_expired: boolean;
  readonly expired_at: string | null;
}

/** A link by which people without an account watch a recording, without what opens it. */
export interface Share {
  readonly id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly is_expired: boolean;
  readonly views: number;
  readonly last_viewed_at: string | null;
}

/** The links of a recording, and how many days another may live: at the most, and unless one says otherwise. */
export interface SharePage {
  readonly results: readonly Share[];
  readonly max_days: number;
  readonly default_days: number;
}

/** A new link; `link` is the path and fragment of its address, told this once. */
export interface NewShare extends Share {
  readonly link: string;
}

/** A recording as the holder of a link sees it. */
export interface SharedRecording {
  readonly room_name: string;
  readonly created_at: string;
  readonly mode: RecordingMode;
  readonly expires_at: string;
  readonly media: string;
}

export interface Page<T> {
  readonly count: number;
  readonly next: string | null;
  readonly results: readonly T[];
}
