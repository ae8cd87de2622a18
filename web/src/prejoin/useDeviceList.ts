import { useEffect, useState } from 'react';

/** The devices of one kind that the browser tells about; it tells names only once it was allowed to use one. */
export function useDeviceList(kind: MediaDeviceKind, refresh: unknown): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    if (!('mediaDevices' in navigator)) return;
    let isOver = false;
    const read = () => {
      navigator.mediaDevices.enumerateDevices().then(
        (all) => {
          if (!isOver) setDevices(all.filter((device) => device.kind === kind && device.deviceId !== ''));
        },
        () => undefined,
      );
    };
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => {
      isOver = true;
      navigator.mediaDevices.removeEventListener('devicechange', read);
    };
  }, [kind, refresh]);
  return devices;
}
