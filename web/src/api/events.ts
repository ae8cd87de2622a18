interface Follower {
  /** Receives the data of each event, by the event's name. */
  readonly events: Readonly<Record<string, (data: unknown) => void>>;
  /** Told each time when events begin to come, or stop coming. */
  readonly onFlow: (isFlowing: boolean) => void;
}

/** How long to wait before asking again for a stream that was refused: longer each time (milliseconds). */
const again = { first: 5_000, longest: 60_000 };

/**
 * Follows a stream of events of our API until the returned function is called. It flows from the first event on, not from the answer's beginning:
 * proxies may hold events back. Where there are no streams, nothing ever flows, and the caller polls.
 */
export function follow(path: string, { events, onFlow }: Follower): () => void {
  if (!('EventSource' in globalThis)) return () => undefined;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refusals = 0;
  const open = () => {
    const opened = new EventSource(`/api/v1.0/${path}`);
    source = opened;
    opened.onerror = () => {
      onFlow(false);
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, Math.min(again.longest, again.first * 2 ** refusals));
      refusals += 1;
    };
    for (const [name, receive] of Object.entries(events)) {
      opened.addEventListener(name, ({ data }: MessageEvent<string>) => {
        refusals = 0;
        onFlow(true);
        receive(parsed(data));
      });
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
