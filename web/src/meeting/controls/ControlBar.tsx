import { useRoomContext } from '@livekit/components-react';
import { CircleDot, CircleStop, LogOut, MessageSquare, Mic, MicOff, ScreenShare, ScreenShareOff } from 'lucide-react';
import { Hand, ShieldCheck, Users, Video, VideoOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeetingChat } from '../chat/ChatProvider';
import { useHands } from '../hands/HandsProvider';
import { useLobby } from '../lobby/LobbyProvider';
import { useMeeting, type PanelName } from '../MeetingContext';
import { ReactionMenu } from '../reactions/ReactionMenu';
import { ReactionDialog } from '../reactions/ReactionDialog';
import { RecordingDialog } from '../recording/RecordingDialog';
import { ControlButton } from './ControlButton';
import styles from './Controls.module.css';
import { AudioDeviceMenu, VideoDeviceMenu } from './DeviceMenu';
import { LeaveDialog } from './LeaveDialog';
import { MoreMenu } from './MoreMenu';
import { RoomStatus } from './RoomStatus';
import { keysOf, type Action } from './shortcuts';
import { ShortcutsDialog } from './ShortcutsDialog';
import { toggleFullscreen } from './fullscreen';
import { useControls } from './useControls';
import { useIsNarrow } from './useIsNarrow';
import { useShortcuts } from './useShortcuts';
import { toast } from '../../ui/toast';

type Question = 'startRecording' | 'stopRecording' | 'shortcuts' | 'leave' | 'react';

export function ControlBar() {
  const { t } = useTranslation();
  const { panel, openPanel, room, devices, isHost, leave } = useMeeting();
  const live = useRoomContext();
  const { unread } = useMeetingChat();
  const { isOwnUp, toggleOwn } = useHands();
  const { waiting } = useLobby();
  const [question, ask] = useState<Question | null>(null);
  const controls = useControls((isRunning) => ask(isRunning ? 'stopRecording' : 'startRecording'));
  const { microphone, camera, screen, recording } = controls;
  const isNarrow = useIsNarrow();
  const close = () => ask(null);
  const show = (name: PanelName) => openPanel(panel === name ? null : name);
  const actions: Record<Action, () => void> = {
    microphone: () => (microphone.reason ? toast(microphone.reason) : microphone.toggle()),
    camera: () => (camera.reason ? toast(camera.reason) : camera.toggle()),
    hand: toggleOwn,
    chat: () => show('chat'),
    people: () => show('people'),
    recording: () => (recording.reason ? toast(recording.reason) : recording.toggle()),
    fullscreen: toggleFullscreen,
    list: () => ask('shortcuts'),
  };
  useShortcuts(
    (action) => actions[action](),
    (isTalking) => {
      if (!microphone.reason) void devices.turn('microphone', isTalking);
    },
  );
  const isAsked = () => isHost && room.id !== null && (recording.isOn || live.remoteParticipants.size > 0);
  return (
    <footer className={styles.bar}>
      <RoomStatus />
      <div className={styles.controls} role="toolbar" aria-label={t('control.bar')}>
        <div className={styles.split}>
          <ControlButton
            label={t(microphone.isOn ? 'control.microphoneOff' : 'control.microphoneOn')}
            keys={keysOf.microphone}
            reason={microphone.reason}
            look={microphone.isOn ? 'plain' : 'off'}
            onPress={microphone.toggle}
          >
            {microphone.isOn ? <Mic aria-hidden /> : <MicOff aria-hidden />}
          </ControlButton>
          {!isNarrow && <AudioDeviceMenu />}
        </div>
        <div className={styles.split}>
          <ControlButton
            label={t(camera.isOn ? 'control.cameraOff' : 'control.cameraOn')}
            keys={keysOf.camera}
            reason={camera.reason}
            look={camera.isOn ? 'plain' : 'off'}
            onPress={camera.toggle}
          >
            {camera.isOn ? <Video aria-hidden /> : <VideoOff aria-hidden />}
          </ControlButton>
          {!isNarrow && <VideoDeviceMenu />}
        </div>
        {!isNarrow && screen && (
          <ControlButton
            label={t(screen.isOn ? 'control.shareOff' : 'control.shareOn')}
            reason={screen.reason}
            look={screen.isOn ? 'on' : 'plain'}
            onPress={screen.toggle}
          >
            {screen.isOn ? <ScreenShareOff aria-hidden /> : <ScreenShare aria-hidden />}
          </ControlButton>
        )}
        {!isNarrow && (
          <ControlButton
            label={t(isOwnUp ? 'hand.lower' : 'hand.raise')}
            keys={keysOf.hand}
            look={isOwnUp ? 'on' : 'plain'}
            onPress={toggleOwn}
          >
            <Hand aria-hidden />
          </ControlButton>
        )}
        {!isNarrow && <ReactionMenu />}
        {!isNarrow && (
          <ControlButton
            label={t(recording.isOn ? 'recording.stop' : 'recording.start')}
            keys={keysOf.recording}
            reason={recording.reason}
            onPress={recording.toggle}
          >
            {recording.isOn ? <CircleStop aria-hidden /> : <CircleDot aria-hidden />}
          </ControlButton>
        )}
        <ControlButton
          label={waiting.length > 0 ? t('people.waiting', { count: waiting.length }) : t('people.title')}
          keys={keysOf.people}
          badge={waiting.length}
          isExpanded={panel === 'people'}
          onPress={() => show('people')}
        >
          <Users aria-hidden />
        </ControlButton>
        <ControlButton
          label={unread > 0 ? t('chat.unread', { count: unread }) : t('chat.title')}
          keys={keysOf.chat}
          badge={unread}
          isExpanded={panel === 'chat'}
          onPress={() => show('chat')}
        >
          <MessageSquare aria-hidden />
        </ControlButton>
        {!isNarrow && isHost && (
          <ControlButton label={t('host.title')} isExpanded={panel === 'host'} onPress={() => show('host')}>
            <ShieldCheck aria-hidden />
          </ControlButton>
        )}
        <MoreMenu
          controls={controls}
          isNarrow={isNarrow}
          onShortcuts={() => ask('shortcuts')}
          onReact={() => ask('react')}
        />
        <ControlButton label={t('control.leave')} look="danger" onPress={() => (isAsked() ? ask('leave') : leave())}>
          <LogOut aria-hidden />
        </ControlButton>
      </div>
      {room.id !== null && (
        <RecordingDialog
          room={room.id}
          modes={recording.modes}
          question={question === 'startRecording' ? 'start' : question === 'stopRecording' ? 'stop' : null}
          onClose={close}
        />
      )}
      {room.id !== null && question === 'leave' && (
        <LeaveDialog room={room.id} isRecorded={recording.isOn} onClose={close} />
      )}
      <ReactionDialog isOpen={question === 'react'} onClose={close} />
      <ShortcutsDialog isOpen={question === 'shortcuts'} onClose={close} />
    </footer>
  );
}
