import { displayLines, displayText } from '../core/text/display-text';

/** Invisible character that separates text that VS Code would otherwise render as a link or an icon. */
const parting = '\u200b';

/**
 * Returns a message for the Problems view, in which `http://host`, `//host`, and `www.host` in a name aren't links,
 * neither there nor in hovers.
 */
export function problemText(text: string): string {
  return withoutAddresses(displayLines(text));
}

/** Returns a line for a tree, list, menu, or the status bar, in which `$(flame)` in a name isn't an icon. */
export function labelText(text: string): string {
  return withoutAddresses(withoutIcons(displayText(text)));
}

/**
 * Returns a text for a notification, a prompt, or a dialog, in which `[text](address)` in a name isn't a link. VS Code
 * could also run commands with it.
 */
export function messageText(text: string): string {
  return withoutAddresses(withoutIcons(displayLines(text))).replace(/\](?=\()/g, `]${parting}`);
}

function withoutIcons(text: string): string {
  return text.replace(/\$(?=\()/g, `$${parting}`);
}

/**
 * Separates URLs, so that they look the same but aren't links. The product's own texts don't contain any: its links are
 * commands and pages.
 */
function withoutAddresses(text: string): string {
  return text.replace(/:(?=\/\/)|\/(?=\/)|\bwww(?=\.)/gi, `$&${parting}`);
}
