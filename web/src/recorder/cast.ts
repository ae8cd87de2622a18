/** How many people one picture shows at most; more would be too small to recognise. */
export const crowd = 16;

/**
 * Who is in the picture when not everybody fits. People keep their places; somebody who begins to speak takes the place
 * of the one who has been silent for longest.
 */
export class Cast {
  #shown: string[] = [];
  readonly #spoke = new Map<string, number>();
  #now = 0;

  /** The shown, in the order of their places. `present` is everybody, in the order they came. */
  choose(present: readonly string[], speaking: ReadonlySet<string>, places = crowd): readonly string[] {
    this.#now++;
    for (const id of speaking) this.#spoke.set(id, this.#now);
    for (const id of this.#spoke.keys()) if (!present.includes(id)) this.#spoke.delete(id);
    this.#shown = this.#shown.filter((id) => present.includes(id));
    this.#shrink(places);
    for (const id of present) if (this.#shown.length < places && !this.#shown.includes(id)) this.#shown.push(id);
    for (const id of present) if (speaking.has(id) && !this.#shown.includes(id)) this.#replace(id, speaking);
    return this.#shown;
  }

  #shrink(places: number): void {
    while (this.#shown.length > places) this.#shown.splice(this.#quietest(this.#shown), 1);
  }

  #replace(id: string, speaking: ReadonlySet<string>): void {
    const silent = this.#shown.filter((shown) => !speaking.has(shown));
    const leaving = silent[this.#quietest(silent)];
    if (leaving !== undefined) this.#shown[this.#shown.indexOf(leaving)] = id;
  }

  /** The index of the one who spoke longest ago; the last of several. */
  #quietest(ids: readonly string[]): number {
    const times = ids.map((id) => this.#spoke.get(id) ?? 0);
    return times.lastIndexOf(Math.min(...times));
  }
}
