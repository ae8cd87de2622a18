/** Two short notes, rising when a recording begins and falling when it ends. */
export function chime(isRising: boolean): void {
  play(isRising ? [523, 784] : [784, 523]);
}

/** Plays notes (Hz) one after the other; made here, so that nothing is downloaded. */
export function play(notes: readonly number[]): void {
  try {
    const context = new AudioContext();
    notes.forEach((frequency, index) => note(context, frequency, context.currentTime + index * 0.16));
    setTimeout(() => void context.close(), 800);
  } catch {
    // A browser without sound still shows and announces what it is about.
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
