/** Stands in for the browser's `EventSource`: a test opens, feeds and breaks the streams that the code asked for. */
export class FakeEvents extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static opened: FakeEvents[] = [];

  readyState: number = FakeEvents.CONNECTING;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeEvents.opened.push(this);
  }

  send(name: string, data: unknown): void {
    this.readyState = FakeEvents.OPEN;
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }

  /** The connection is lost; with `forGood`, as after a refusal. */
  fail(forGood = false): void {
    this.readyState = forGood ? FakeEvents.CLOSED : FakeEvents.CONNECTING;
    this.onerror?.();
  }

  close(): void {
    this.readyState = FakeEvents.CLOSED;
  }
}
