/** Two short notes, rising when a recording begins and falling when it ends; made here, so that nothing is downloaded. */
export function chime(isRising: boolean): void {
  try {
    const context = new AudioContext();
    const notes = isRising ? [523, 784] : [784, 523];
    notes.forEach((frequency, index) => note(context, frequency, context.currentTime + index * 0.16));
    setTimeout(() => void context.close(), 800);
  } catch {
    // A browser without sound still shows and announces the recording.
  }
}

function note(context: AudioContext, frequency: number, at: number): void {
  const oscillator = new OscillatorNode(context, { frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.12, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.32);
}
