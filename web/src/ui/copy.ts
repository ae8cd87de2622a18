import { toast } from './toast';

/** Copies a text and says so: `done` when it is copied, `refused` when the browser does not let us. */
export async function copy(text: string, done: string, refused: string): Promise<void> {
  if ((await intoClipboard(text)) || byCommand(text)) toast(done);
  else toast(refused, { isError: true });
}

/** Pages without https have no clipboard, and a browser may refuse it to any page. */
async function intoClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * As browsers copied before they had a clipboard for pages, and still do without https: by the command of their menu, about a text that is selected for the
 * moment. The focus stays where it is, so this works inside a dialog.
 */
function byCommand(text: string): boolean {
  const selection = getSelection();
  if (!selection) return false;
  const shown = document.createElement('span');
  shown.textContent = text;
  shown.style.cssText = 'position: fixed; inset: 0 auto auto 0; opacity: 0; white-space: pre; user-select: text';
  document.body.append(shown);
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('copy', give, { capture: true });
  try {
    selection.selectAllChildren(shown);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies without https
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    removeEventListener('copy', give, { capture: true });
    selection.removeAllRanges();
    shown.remove();
  }
}
