import { createContext, useContext } from 'react';
import type { Room } from '../api/types';
import type { DeviceControl } from './useDeviceControl';

export type PanelName = 'people' | 'chat' | 'info';
export type View = 'grid' | 'speaker';

/** What the parts of the meeting page share beside LiveKit's room. */
export interface MeetingState {
  readonly room: Room;
  readonly isHost: boolean;
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
