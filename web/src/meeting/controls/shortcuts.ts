import { recall, remember } from '../../app/store';

export type Action = 'microphone' | 'camera' | 'hand' | 'chat' | 'people' | 'recording' | 'fullscreen' | 'list';

/** The keys of each action, as shown; single letters can be switched off, for people who speak or slip keys. */
export const keysOf: Record<Action | 'talk', string> = {
  microphone: 'Ctrl+D',
  camera: 'Ctrl+E',
  talk: 'V',
  hand: 'H',
  chat: 'M',
  people: 'P',
  recording: 'L',
  fullscreen: 'F',
  list: 'Ctrl+Shift+/',
};

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const letters: Record<string, Action> = { h: 'hand', m: 'chat', p: 'people', l: 'recording', f: 'fullscreen' };

/** What a key press means; null when it means nothing to us. */
export function actionOf(press: Press, isTyping: boolean, withLetters = true): Action | null {
  const { key, code, shiftKey, altKey } = press;
  const control = press.ctrlKey || press.metaKey;
  if (altKey) return null;
  if (control && shiftKey) return code === 'Slash' || key === '/' || key === '?' ? 'list' : null;
  if (control) return { d: 'microphone' as const, e: 'camera' as const }[key.toLowerCase()] ?? null;
  if (shiftKey || isTyping || !withLetters) return null;
  return letters[key.toLowerCase()] ?? null;
}

/** Whether the focus is where letters are text, or where they choose among entries. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null;
}

export function lettersAreOn(): boolean {
  return recall('letters') !== 'off';
}

export function switchLetters(on: boolean): void {
  remember('letters', on ? null : 'off');
}
