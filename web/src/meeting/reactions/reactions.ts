import type { Key } from '../../i18n';

export interface Reaction {
  readonly emoji: string;
  readonly name: Key;
}

/** What can be shown, by the names that clients send each other (web client contract 9.5). */
export const reactions: Readonly<Record<string, Reaction>> = {
  'thumbs-up': { emoji: '👍', name: 'reaction.thumbsUp' },
  'thumbs-down': { emoji: '👎', name: 'reaction.thumbsDown' },
  'clapping-hands': { emoji: '👏', name: 'reaction.clapping' },
  'red-heart': { emoji: '❤️', name: 'reaction.heart' },
  'face-with-tears-of-joy': { emoji: '😂', name: 'reaction.joy' },
  'face-with-open-mouth': { emoji: '😮', name: 'reaction.surprise' },
  'party-popper': { emoji: '🎉', name: 'reaction.party' },
  'folded-hands': { emoji: '🙏', name: 'reaction.thanks' },
};

/** The reaction of this name; undefined for whatever else somebody sends. */
export function reactionOf(name: unknown): Reaction | undefined {
  return typeof name === 'string' && Object.hasOwn(reactions, name) ? reactions[name] : undefined;
}

/** Lets each sender through only so many times within a second. */
export class Pace {
  private readonly times = new Map<string, readonly number[]>();

  constructor(private readonly perSecond: number) {}

  allows(sender: string, now: number): boolean {
    const recent = (this.times.get(sender) ?? []).filter((time) => now - time < 1_000);
    const isAllowed = recent.length < this.perSecond;
    this.times.set(sender, isAllowed ? [...recent, now] : recent);
    return isAllowed;
  }
}
