/** How far down the window the hand was last: 0 is its top, 1 its bottom. */
let last = 0;

/** Whether what was pressed last lies in the lower half of the window. */
export function isHandLow(): boolean {
  return last > 0.5;
}

/** Notices where things are pressed until the returned function is called. */
export function followHand(): () => void {
  const options = { capture: true, passive: true };
  addEventListener('pointerdown', pressed, options);
  addEventListener('keydown', typed, options);
  return () => {
    removeEventListener('pointerdown', pressed, options);
    removeEventListener('keydown', typed, options);
  };
}

function pressed({ clientY }: PointerEvent): void {
  last = clientY / innerHeight;
}

function typed(): void {
  const { activeElement, body } = document;
  if (!activeElement || activeElement === body) return;
  const { top, bottom } = activeElement.getBoundingClientRect();
  last = (top + bottom) / 2 / innerHeight;
}
