import { createContext, useContext, type RefObject } from 'react';
import type { Room } from '../api/types';
import type { RoomChange } from './metadata';
import type { DeviceControl } from './useDeviceControl';

export type PanelName = 'people' | 'chat' | 'info' | 'host';
export type View = 'grid' | 'speaker';

/** What the parts of the meeting page share beside LiveKit's room. */
export interface MeetingState {
  /** The room as it is now: what hosts change during the meeting is seen here. */
  readonly room: Room;
  /** Takes over a change of the room before the room itself tells it. */
  readonly adopt: (change: RoomChange) => void;
  /** Follows the role during the meeting: promoted people become hosts, demoted ones are none any more. */
  readonly isHost: boolean;
  /** What proves to our server who one is in this meeting (contract: rooms 10). */
  readonly token: RefObject<string | null>;
  /** How one is called from now on, also after a lost connection. */
  readonly called: (name: string) => void;
  readonly devices: DeviceControl;
  readonly panel: PanelName | null;
  readonly openPanel: (panel: PanelName | null) => void;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly leave: () => void;
}

export const MeetingContext = createContext<MeetingState | null>(null);

export function useMeeting(): MeetingState {
  const meeting = useContext(MeetingContext);
  if (!meeting) throw new Error('outside of a meeting');
  return meeting;
}
