import { html, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { outcomeIcons } from '@contract/wizard/outcome-icons';
import type { OutcomeIcon } from '@contract/wizard/shared-schemas';

/** Renders a result's icon (its color: native-styles.ts). It is hidden from screen readers, which read the text. */
export function outcomeIcon(icon: OutcomeIcon): TemplateResult {
  return html`<vscode-icon
    class="icon ${icon}"
    name=${outcomeIcons[icon].codicon}
    aria-hidden="true"
  ></vscode-icon>`;
}

/** Renders any other icon, which is decorative, too. */
export function plainIcon(name: string, kind = ''): TemplateResult {
  return html`<vscode-icon class="icon ${kind}" name=${name} aria-hidden="true"></vscode-icon>`;
}
