import { html, type TemplateResult } from 'lit';
import { displayText } from '@messages/display-text-messages';

/** A name from Azure among words of ours: as text that shows all it holds, and that reorders nothing around it. */
export function nameTemplate(name: string): TemplateResult {
  return html`<bdi>${displayText(name)}</bdi>`;
}
