import { html, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import type { VerdictIcon } from '@contract/wizard/words';

/** Each verdict's own shape; the colour (native-styles.ts) only repeats it. */
const names: Readonly<Record<VerdictIcon, string>> = {
  pass: 'pass-filled',
  'pass-default': 'pass',
  error: 'error',
  warning: 'warning',
  info: 'info',
  unknown: 'question',
  appliance: 'arrow-circle-right',
  unfit: 'circle-slash',
  pending: 'circle-large-outline',
};

/** A verdict's icon; hidden from a screen reader, which hears the word. */
export function verdictIcon(icon: VerdictIcon): TemplateResult {
  return html`<vscode-icon class="icon ${icon}" name=${names[icon]} aria-hidden="true"></vscode-icon>`;
}

/** Any other icon; decoration as well. */
export function plainIcon(name: string, kind = ''): TemplateResult {
  return html`<vscode-icon class="icon ${kind}" name=${name} aria-hidden="true"></vscode-icon>`;
}
