import { useEffect, useState } from 'react';
import { problemOf, type DeviceProblem } from './devices';

interface Capture {
  readonly stream: MediaStream | null;
  readonly problem: DeviceProblem | null;
}

const nothing: Capture = { stream: null, problem: null };

/** A device's live stream while it is wanted, or why there is none. It is given back when no longer wanted. */
export function useCapture(kind: 'audio' | 'video', isWanted: boolean, deviceId: string): Capture {
  const [capture, setCapture] = useState(nothing);
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    let opened: MediaStream | null = null;
    const open = async () => {
      try {
        opened = await openDevice(kind, deviceId);
        if (isOver) stop(opened);
        else setCapture({ stream: opened, problem: null });
      } catch (error) {
        if (!isOver) setCapture({ stream: null, problem: problemOf(error) });
      }
    };
    void open();
    return () => {
      isOver = true;
      stop(opened);
      setCapture(nothing);
    };
  }, [kind, isWanted, deviceId]);
  return capture;
}

function openDevice(kind: 'audio' | 'video', deviceId: string): Promise<MediaStream> {
  const wanted = deviceId ? { deviceId: { ideal: deviceId } } : true;
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const video = wanted === true ? size : { ...wanted, ...size };
  return navigator.mediaDevices.getUserMedia(kind === 'audio' ? { audio: wanted } : { video });
}

function stop(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}
