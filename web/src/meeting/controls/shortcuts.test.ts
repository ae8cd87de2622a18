import { afterEach, describe, expect, it } from 'vitest';
import { actionOf, isTyping } from './shortcuts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  code: key === '/' || key === '?' ? 'Slash' : '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('actionOf', () => {
  it('knows the keys of the meeting', () => {
    expect(actionOf(press('d', { ctrlKey: true }), false)).toBe('microphone');
    expect(actionOf(press('E', { metaKey: true }), true)).toBe('camera');
    expect(actionOf(press('?', { ctrlKey: true, shiftKey: true }), false)).toBe('list');
    expect(['h', 'm', 'P', 'l', 'f'].map((key) => actionOf(press(key), false))).toEqual([
      'hand',
      'chat',
      'people',
      'recording',
      'fullscreen',
    ]);
  });

  it('leaves letters alone while somebody types, or when they are switched off', () => {
    expect(actionOf(press('m'), true)).toBeNull();
    expect(actionOf(press('m'), false, false)).toBeNull();
  });

  it('leaves other combinations to the browser', () => {
    expect(actionOf(press('m', { ctrlKey: true }), false)).toBeNull();
    expect(actionOf(press('d', { altKey: true, ctrlKey: true }), false)).toBeNull();
    expect(actionOf(press('P', { shiftKey: true }), false)).toBeNull();
  });
});

describe('isTyping', () => {
  afterEach(() => document.body.replaceChildren());

  it('is true in fields, menus and dialogs only', () => {
    document.body.innerHTML = '<input id="i" /><button id="b"></button><div role="menu"><button id="m"></button></div>';
    const typing = ['i', 'b', 'm'].map((id) => isTyping(document.getElementById(id)));
    expect(typing).toEqual([true, false, true]);
    expect(isTyping(null)).toBe(false);
  });
});
