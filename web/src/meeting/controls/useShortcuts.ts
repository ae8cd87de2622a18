import { useEffect, useRef } from 'react';
import { actionOf, isTyping, lettersAreOn, type Action } from './shortcuts';

/** Runs actions by key, and lets somebody talk while V is held down. */
export function useShortcuts(run: (action: Action) => void, talk: (isTalking: boolean) => void): void {
  const current = useRef({ run, talk });
  useEffect(() => {
    current.current = { run, talk };
  });
  useEffect(() => {
    let isTalking = false;
    const release = () => {
      if (isTalking) current.current.talk(false);
      isTalking = false;
    };
    const down = (event: KeyboardEvent) => {
      if (event.repeat || event.defaultPrevented) return;
      const typing = isTyping(event.target);
      if (isTalkKey(event) && !typing && lettersAreOn()) {
        isTalking = true;
        current.current.talk(true);
        return;
      }
      const action = actionOf(event, typing, lettersAreOn());
      if (!action) return;
      event.preventDefault();
      current.current.run(action);
    };
    const up = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'v') release();
    };
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    addEventListener('blur', release);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
      removeEventListener('blur', release);
    };
  }, []);
}

function isTalkKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'v' && !ctrlKey && !metaKey && !altKey && !shiftKey;
}
