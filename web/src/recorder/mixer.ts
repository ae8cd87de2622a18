/** TypeScript does not know `sinkId` yet (Web Audio 1.1). */
const silentSink = { sampleRate: 48_000, latencyHint: 'playback', sinkId: { type: 'none' } } as AudioContextOptions;

/**
 * All voices and shared sounds of the room in one track. It plays to nobody: the sink is none, so that no sound card is
 * needed, and the track runs on in silence when nobody is there.
 */
export class Mixer {
  readonly #context: AudioContext;
  readonly #input: AudioNode;
  readonly #output: MediaStreamAudioDestinationNode;
  readonly #sources = new Map<string, { node: MediaStreamAudioSourceNode; element: HTMLAudioElement }>();

  constructor() {
    this.#context = new AudioContext(silentSink);
    const limiter = new DynamicsCompressorNode(this.#context, {
      threshold: -3,
      knee: 0,
      ratio: 20,
      attack: 0.002,
      release: 0.1,
    });
    // The limiter lifts everything by its make-up gain of 1.7 dB; this takes it back.
    const level = new GainNode(this.#context, { gain: 0.82 });
    this.#output = new MediaStreamAudioDestinationNode(this.#context, { channelCount: 2 });
    this.#input = limiter;
    limiter.connect(level).connect(this.#output);
  }

  /** The mixed sound. */
  get track(): MediaStreamTrack {
    const track = this.#output.stream.getAudioTracks()[0];
    if (!track) throw new Error('the mixer has no track');
    return track;
  }

  async start(): Promise<void> {
    await this.#context.resume();
  }

  add(id: string, track: MediaStreamTrack): void {
    this.remove(id);
    const stream = new MediaStream([track]);
    // Chromium feeds a remote track into Web Audio only while an element plays it too.
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    void element.play().catch(() => undefined);
    const node = new MediaStreamAudioSourceNode(this.#context, { mediaStream: stream });
    node.connect(this.#input);
    this.#sources.set(id, { node, element });
  }

  remove(id: string): void {
    const source = this.#sources.get(id);
    if (!source) return;
    source.node.disconnect();
    source.element.srcObject = null;
    this.#sources.delete(id);
  }

  async close(): Promise<void> {
    for (const id of [...this.#sources.keys()]) this.remove(id);
    await this.#context.close();
  }
}
