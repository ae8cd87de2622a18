import { useLocalParticipant, useLocalParticipantPermissions } from '@livekit/components-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '../../api/queries';
import { problemKey } from '../../prejoin/devices';
import { toast } from '../../ui/toast';
import { useMeeting } from '../MeetingContext';
import { useRecording } from '../recording/RecordingProvider';
import { mayPublish } from '../useDeviceControl';

export interface Control {
  readonly isOn: boolean;
  /** Why it cannot be used; the control stays visible and says so. */
  readonly reason: string | null;
  readonly toggle: () => void;
}

export interface Controls {
  readonly microphone: Control;
  readonly camera: Control;
  readonly screen: Control | null;
  readonly recording: Control & { readonly modes: readonly string[] };
}

/** What the person can do now, for the bar, the menu and the keys alike. */
export function useControls(askRecording: (isRunning: boolean) => void): Controls {
  const { t } = useTranslation();
  const permissions = useLocalParticipantPermissions();
  const { devices } = useMeeting();
  const { isMicrophoneEnabled, isCameraEnabled, isScreenShareEnabled, localParticipant } = useLocalParticipant();
  const recording = useRecordingControl(askRecording);

  const device = (kind: 'microphone' | 'camera', isOn: boolean): Control => ({
    isOn,
    reason: mayPublish(permissions, kind)
      ? null
      : t(kind === 'microphone' ? 'control.noMicrophone' : 'control.noCamera'),
    toggle: () =>
      void devices.turn(kind, !isOn).then((problem) => {
        if (problem) toast(t(problemKey(kind, problem)), { isError: true });
      }),
  });
  const share = () => {
    localParticipant.setScreenShareEnabled(!isScreenShareEnabled, { audio: true }).catch((error: unknown) => {
      const isCancelled = error instanceof Error && error.name === 'NotAllowedError';
      if (!isCancelled) toast(t('control.shareFailed'), { isError: true });
    });
  };
  const screen = {
    isOn: isScreenShareEnabled,
    reason: mayPublish(permissions, 'screen') ? null : t('control.noScreen'),
    toggle: share,
  };
  return {
    microphone: device('microphone', isMicrophoneEnabled),
    camera: device('camera', isCameraEnabled),
    screen: canShare() ? screen : null,
    recording,
  };
}

function useRecordingControl(ask: (isRunning: boolean) => void): Controls['recording'] {
  const { t } = useTranslation();
  const { room, isHost } = useMeeting();
  const { phase } = useRecording();
  const configuration = useQuery(configurationQuery).data;
  const isOn = phase === 'starting' || phase === 'recording';
  const refusal = () => {
    if (configuration?.recording.is_enabled === false) return t('recording.error.disabled');
    if (!isHost || room.id === null) return t('recording.error.notHost');
    return phase === 'saving' ? t('recording.announce.saving') : null;
  };
  return { isOn, reason: refusal(), toggle: () => ask(isOn), modes: configuration?.recording.available_modes ?? [] };
}

/** Phones have no screen sharing in the browser. */
function canShare(): boolean {
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;
}
