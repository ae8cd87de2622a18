import { RoomAudioRenderer, RoomContext } from '@livekit/components-react';
import { setLogLevel } from 'livekit-client';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Room as RoomAnswer } from '../api/types';
import { useTitle } from '../app/Page';
import type { Departure } from '../prejoin/Ended';
import { ChatProvider } from './chat/ChatProvider';
import { ControlBar } from './controls/ControlBar';
import { HandsProvider } from './hands/HandsProvider';
import { LobbyProvider } from './lobby/LobbyProvider';
import { WaitingNotice } from './lobby/WaitingNotice';
import { useMutedByOthers } from './people/useMutedByOthers';
import { FlyingReactions } from './reactions/FlyingReactions';
import { ReactionsProvider } from './reactions/ReactionsProvider';
import { ConnectionBanner } from './ConnectionBanner';
import styles from './Meeting.module.css';
import { MeetingContext, type PanelName, type View } from './MeetingContext';
import { Panel } from './Panel';
import { RecordingProvider } from './recording/RecordingProvider';
import { Stage } from './stage/Stage';
import { useConnection } from './useConnection';
import { useDeviceControl } from './useDeviceControl';
import { useDarkPage } from './useDarkPage';
import { useIsHost } from './useIsHost';
import { useMeetingAnnouncements } from './useMeetingAnnouncements';
import { usePermissionChanges } from './usePermissionChanges';
import { useRoomNow } from './useRoomNow';
import { useServerNotices } from './useServerNotices';

setLogLevel('warn');

interface Props {
  room: RoomAnswer;
  name: string;
  onEnd: (ending: Departure) => void;
}

/** The meeting itself; loaded only when somebody is about to join. */
export default function Meeting({ room: answer, name, onEnd }: Props) {
  const devices = useDeviceControl();
  const ownName = useRef(name);
  const { room, phase, token } = useConnection({ answer, name: ownName }, devices.publish, onEnd);
  const called = useCallback((newName: string) => (ownName.current = newName), []);
  const [panel, openPanel] = useState<PanelName | null>(null);
  const [view, setView] = useState<View>('grid');
  const leave = useCallback(() => void room.disconnect(), [room]);
  const [now, adopt] = useRoomNow(room, answer);
  const isHost = useIsHost(room, answer);
  useTitle(answer.name ?? answer.slug);
  useDarkPage();
  useMeetingAnnouncements(room, phase);
  useServerNotices(room);
  usePermissionChanges(room, devices);
  useMutedByOthers(room, devices);

  const meeting = useMemo(
    () => ({
      room: now,
      adopt,
      isHost,
      token,
      called,
      devices,
      panel,
      openPanel,
      view,
      setView,
      leave: phase === 'connected' ? leave : () => onEnd('left'),
    }),
    [now, adopt, isHost, token, called, devices, panel, view, leave, phase, onEnd],
  );
  return (
    <RoomContext.Provider value={room}>
      <MeetingContext.Provider value={meeting}>
        <Providers>
          <div className={styles.meeting}>
            <ConnectionBanner phase={phase} />
            <main className={styles.stage}>
              <h1 className="visually-hidden">{answer.name ?? answer.slug}</h1>
              <WaitingNotice />
              <Stage />
              <FlyingReactions />
            </main>
            <Panel />
            <ControlBar />
          </div>
          <RoomAudioRenderer />
        </Providers>
      </MeetingContext.Provider>
    </RoomContext.Provider>
  );
}

/** What goes on in the meeting, followed whether it is shown or not. */
function Providers({ children }: { children: ReactNode }) {
  return (
    <RecordingProvider>
      <ChatProvider>
        <LobbyProvider>
          <HandsProvider>
            <ReactionsProvider>{children}</ReactionsProvider>
          </HandsProvider>
        </LobbyProvider>
      </ChatProvider>
    </RecordingProvider>
  );
}
