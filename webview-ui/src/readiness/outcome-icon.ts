import { html, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { outcomeIcons } from '@contract/wizard/outcome-icons';
import type { OutcomeIcon } from '@contract/wizard/shared-schemas';

/** A result's icon (its color: native-styles.ts); hidden from a screen reader, which hears the word. */
export function outcomeIcon(icon: OutcomeIcon): TemplateResult {
  return html`<vscode-icon
    class="icon ${icon}"
    name=${outcomeIcons[icon].codicon}
    aria-hidden="true"
  ></vscode-icon>`;
}

/** Any other icon; decoration as well. */
export function plainIcon(name: string, kind = ''): TemplateResult {
  return html`<vscode-icon class="icon ${kind}" name=${name} aria-hidden="true"></vscode-icon>`;
}
