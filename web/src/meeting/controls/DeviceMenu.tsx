import { useMediaDeviceSelect, useRoomContext } from '@livekit/components-react';
import { ChevronUp } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { recallChoices, rememberChoices, type DeviceChoices } from '../../prejoin/choices';
import { Menu, type Section } from '../../ui/Menu';
import { toast } from '../../ui/toast';
import styles from './Controls.module.css';

type Kind = 'audioinput' | 'videoinput' | 'audiooutput';

const remembered: Record<Kind, keyof DeviceChoices> = {
  audioinput: 'microphoneId',
  videoinput: 'cameraId',
  audiooutput: 'speakerId',
};

/** Which microphone and loudspeaker, behind a small button beside the microphone's. */
export function AudioDeviceMenu() {
  const { t } = useTranslation();
  const microphones = useDeviceSection('audioinput', t('device.microphone'));
  const speakers = useDeviceSection('audiooutput', t('device.speaker'));
  return <DeviceMenu label={t('device.chooseAudio')} sections={[microphones, speakers]} />;
}

export function VideoDeviceMenu() {
  const { t } = useTranslation();
  return <DeviceMenu label={t('device.chooseVideo')} sections={[useDeviceSection('videoinput', t('device.camera'))]} />;
}

function DeviceMenu({ label, sections }: { label: string; sections: Section[] }) {
  const filled = sections.filter(({ entries }) => entries.length > 0);
  if (filled.length === 0) return null;
  const trigger = (
    <Button className={styles.caret ?? ''} aria-label={label}>
      <ChevronUp aria-hidden />
    </Button>
  );
  return <Menu label={label} trigger={trigger} sections={filled} />;
}

function useDeviceSection(kind: Kind, title: string): Section {
  const { t } = useTranslation();
  const room = useRoomContext();
  const { devices, activeDeviceId, setActiveMediaDevice } = useMediaDeviceSelect({ kind, room });
  const choose = (id: string) => {
    rememberChoices({ ...recallChoices(), [remembered[kind]]: id });
    setActiveMediaDevice(id).catch(() => toast(t('device.notSwitched'), { isError: true }));
  };
  const entries = devices
    .filter(({ deviceId }) => deviceId !== '')
    .map(({ deviceId, label }, index) => ({
      id: `${kind} ${deviceId}`,
      text: label || t('device.number', { number: index + 1 }),
      isSelected: deviceId === activeDeviceId,
      onAction: () => choose(deviceId),
    }));
  return { title, entries };
}
