import { displayLines, displayText } from '../core/text/display-text';

/** Shows as nothing, and parts what VS Code would draw as something else than its letters. */
const parting = '\u200b';

/** A message of the Problems view: `http://host`, `//host`, and `www.host` in a name are no link, there and in hovers. */
export function problemText(text: string): string {
  return withoutAddresses(displayLines(text));
}

/** A line of a tree, list, menu, or the status bar: `$(flame)` in a name is no icon. */
export function labelText(text: string): string {
  return withoutAddresses(withoutIcons(displayText(text)));
}

/** A notification, a prompt, or a dialog: `[text](address)` in a name is no link. VS Code would also run commands by it. */
export function messageText(text: string): string {
  return withoutAddresses(withoutIcons(displayLines(text))).replace(/\](?=\()/g, `]${parting}`);
}

function withoutIcons(text: string): string {
  return text.replace(/\$(?=\()/g, `$${parting}`);
}

/** It reads the same, and is an address for nobody. No text of ours holds one: our links are commands and pages. */
function withoutAddresses(text: string): string {
  return text.replace(/:(?=\/\/)|\/(?=\/)|\bwww(?=\.)/gi, `$&${parting}`);
}
