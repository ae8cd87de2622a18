import { useEffect, useRef, type RefObject } from 'react';

/** Scales the element to the loudness of the stream, so that a person sees that the microphone hears them. */
export function useLevel(stream: MediaStream | null): RefObject<HTMLSpanElement | null> {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const shown = element.current;
    if (!stream || !shown) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    let frame = 0;
    const measure = () => {
      analyser.getByteTimeDomainData(samples);
      const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0) / 128;
      shown.style.transform = `scaleX(${Math.min(1, Math.sqrt(peak)).toFixed(2)})`;
      frame = requestAnimationFrame(measure);
    };
    measure();
    return () => {
      cancelAnimationFrame(frame);
      shown.style.transform = '';
      void context.close();
    };
  }, [stream]);
  return element;
}
