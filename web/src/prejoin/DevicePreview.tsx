import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/Avatar';
import { Choice } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import type { DeviceChoices } from './choices';
import { problemKey } from './devices';
import styles from './PreJoin.module.css';
import { useCapture } from './useCapture';
import { useDeviceList } from './useDeviceList';
import { useLevel } from './useLevel';

interface Props {
  choices: DeviceChoices;
  name: string;
  onChange: (choices: DeviceChoices) => void;
}

/** What others will see and hear, and with what. */
export function DevicePreview({ choices, name, onChange }: Props) {
  const { t } = useTranslation();
  const microphone = useCapture('audio', choices.microphone, choices.microphoneId);
  const camera = useCapture('video', choices.camera, choices.cameraId);
  const level = useLevel(microphone.stream);
  const change = (part: Partial<DeviceChoices>) => onChange({ ...choices, ...part });
  const problems = [
    microphone.problem && t(problemKey('microphone', microphone.problem)),
    camera.problem && t(problemKey('camera', camera.problem)),
  ].filter((text) => text !== null);
  return (
    <section className={styles.preview} aria-label={t('prejoin.preview')}>
      <div className={styles.picture}>
        {camera.stream ? <OwnVideo stream={camera.stream} /> : <Avatar name={name || '?'} />}
        <div className={styles.toggles}>
          <IconButton
            label={t(choices.microphone ? 'control.microphoneOff' : 'control.microphoneOn')}
            onPress={() => change({ microphone: !choices.microphone })}
          >
            {choices.microphone && !microphone.problem ? <Mic aria-hidden /> : <MicOff aria-hidden />}
          </IconButton>
          <IconButton
            label={t(choices.camera ? 'control.cameraOff' : 'control.cameraOn')}
            onPress={() => change({ camera: !choices.camera })}
          >
            {choices.camera && !camera.problem ? <Video aria-hidden /> : <VideoOff aria-hidden />}
          </IconButton>
        </div>
        <span className={styles.level} aria-hidden>
          <span ref={level} />
        </span>
      </div>
      <div role="status">
        {[...new Set(problems)].map((text) => (
          <p key={text} className={styles.problem}>
            {text}
          </p>
        ))}
      </div>
      <Devices choices={choices} refresh={[microphone.stream, camera.stream]} onChange={change} />
    </section>
  );
}

function OwnVideo({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation();
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (element.current) element.current.srcObject = stream;
  }, [stream]);
  return <video ref={element} className={styles.video} aria-label={t('prejoin.own')} autoPlay muted playsInline />;
}

interface DevicesProps {
  choices: DeviceChoices;
  refresh: [MediaStream | null, MediaStream | null];
  onChange: (part: Partial<DeviceChoices>) => void;
}

function Devices({ choices, refresh: [heard, seen], onChange }: DevicesProps) {
  const { t } = useTranslation();
  const microphones = useOptions('audioinput', heard);
  const cameras = useOptions('videoinput', seen);
  const speakers = useOptions('audiooutput', heard);
  return (
    <div className={styles.devices}>
      <Choice
        label={t('device.microphone')}
        value={choices.microphoneId}
        options={microphones}
        onChange={(microphoneId) => onChange({ microphoneId })}
      />
      <Choice
        label={t('device.camera')}
        value={choices.cameraId}
        options={cameras}
        onChange={(cameraId) => onChange({ cameraId })}
      />
      {speakers.length > 1 && (
        <Choice
          label={t('device.speaker')}
          value={choices.speakerId}
          options={speakers}
          onChange={(speakerId) => onChange({ speakerId })}
        />
      )}
    </div>
  );
}

function useOptions(kind: MediaDeviceKind, refresh: unknown): (readonly [string, string])[] {
  const { t } = useTranslation();
  const devices = useDeviceList(kind, refresh).filter(({ deviceId }) => deviceId !== 'default');
  const named = devices.map(
    ({ deviceId, label }, index) => [deviceId, label || t('device.number', { number: index + 1 })] as const,
  );
  return [['', t(devices.length > 0 ? 'device.automatic' : 'device.none')], ...named];
}
