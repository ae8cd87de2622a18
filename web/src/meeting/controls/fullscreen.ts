/** Shows the meeting on the whole screen, or no longer. Browsers without it (phones) do nothing. */
export function toggleFullscreen(): void {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch(() => undefined);
}

export function canFullscreen(): boolean {
  return document.fullscreenEnabled;
}
