import type { RoomConfiguration, Source } from '../api/types';

/** What participants who are not hosts may do in a room. */
export interface Rules {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  readonly muteOthers: boolean;
}

export type Rule = keyof Rules;

export const rules: readonly Rule[] = ['microphone', 'camera', 'screen', 'muteOthers'];

const sources: Record<Exclude<Rule, 'muteOthers'>, readonly Source[]> = {
  microphone: ['microphone'],
  camera: ['camera'],
  screen: ['screen_share', 'screen_share_audio'],
};

/** What a configuration means where the server lets participants send `defaults` (rooms contract 5.8). */
export function rulesOf(configuration: RoomConfiguration | undefined, defaults: readonly Source[]): Rules {
  const allowed = sourcesOf(configuration, defaults);
  const may = (rule: keyof typeof sources) => allowed.includes(sources[rule][0] ?? 'camera');
  return {
    microphone: may('microphone'),
    camera: may('camera'),
    screen: may('screen'),
    muteOthers: mayMuteOthers(configuration),
  };
}

/** The configuration with one rule changed; everything else in it stays as it was stored. */
export function withRule(
  configuration: RoomConfiguration | undefined,
  rule: Rule,
  isAllowed: boolean,
  defaults: readonly Source[],
): RoomConfiguration {
  if (rule === 'muteOthers') return { ...configuration, everyone_can_mute: isAllowed };
  const changed = sources[rule];
  const others = sourcesOf(configuration, defaults).filter((source) => !changed.includes(source));
  return { ...configuration, can_publish_sources: isAllowed ? [...others, ...changed] : others };
}

/** What participants may send. */
export function sourcesOf(configuration: RoomConfiguration | undefined, defaults: readonly Source[]) {
  const listed = configuration?.can_publish_sources;
  return Array.isArray(listed) ? (listed as readonly Source[]) : defaults;
}

/** Whether participants may mute others: yes where nothing is said, no where null is; the server stores many spellings of yes. */
export function mayMuteOthers(configuration: RoomConfiguration | undefined): boolean {
  const said = configuration?.everyone_can_mute;
  if (said === undefined) return true;
  if (typeof said === 'string') return ['1', 'on', 't', 'true', 'y', 'yes'].includes(said.toLowerCase());
  return Boolean(said);
}
