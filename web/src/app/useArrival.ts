import { useEffect, type RefObject } from 'react';

/**
 * When one page takes the place of another, the browser leaves the focus nowhere, and keyboard and screen reader begin anew at the top: it goes to the
 * page's content. Not where something of the page took it, and not on opening the app, which the browser itself tells of.
 */
export function useArrival(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    // older browsers do not tell whether somebody was here before
    const isOpening = !(navigator as Partial<Navigator>).userActivation?.hasBeenActive;
    if (isLost && !isOpening) content.current?.focus({ preventScroll: true });
  }, [content]);
}
