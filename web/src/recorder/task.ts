/** What the server wants recorded, given once in exchange for the code the page was opened with. */
export interface Task {
  readonly recording_id: string;
  readonly mode: 'screen_recording' | 'transcript';
  readonly livekit: { readonly url: string; readonly token: string };
  readonly upload_token: string;
  readonly chunk_ms: number;
  readonly empty_timeout_ms: number;
  readonly max_duration_ms: number | null;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly room_name: string;
}

/** Why a recording that began came to its end. */
export type Ending = 'stopped' | 'room_empty' | 'limit_reached' | 'room_closed' | 'disconnected';

/** Why a recording could not begin or go on; the words are the server's too. */
export type Failure =
  'no_mp4' | 'no_opus' | 'livekit_unreachable' | 'capture_failed' | 'upload_refused' | 'upload_backlog' | 'page_error';

/** Ends the recording with a reason that the server understands. */
export class RecorderFailure extends Error {
  constructor(
    readonly reason: Failure,
    cause?: unknown,
  ) {
    super(reason, { cause });
  }
}
