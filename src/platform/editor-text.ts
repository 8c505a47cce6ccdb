import { shownLines, shownText } from '../core/text/shown-text';

/** Shows as nothing, and parts what VS Code would draw as something else than its letters. */
const parting = '\u200b';

/** A line of a tree, list, menu, or the status bar: `$(flame)` in a name is no icon. */
export function labelText(text: string): string {
  return withoutIcons(shownText(text));
}

/** A notification, a prompt, or a dialog: `[text](address)` in a name is no link. VS Code would also run commands by it. */
export function messageText(text: string): string {
  return withoutIcons(shownLines(text)).replace(/\](?=\()/g, `]${parting}`);
}

function withoutIcons(text: string): string {
  return text.replace(/\$(?=\()/g, `$${parting}`);
}
