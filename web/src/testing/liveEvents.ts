/** As much of LiveKit's events as hooks need. */
export class Events {
  private readonly listeners = new Map<string, (...values: never[]) => void>();

  on(event: string, listener: (...values: never[]) => void): this {
    this.listeners.set(event, listener);
    return this;
  }

  off(event: string): this {
    this.listeners.delete(event);
    return this;
  }

  emit(event: string, ...values: unknown[]): void {
    this.listeners.get(event)?.(...(values as never[]));
  }
}
