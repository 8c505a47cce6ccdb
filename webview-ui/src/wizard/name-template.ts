import { html, type TemplateResult } from 'lit';
import { displayText } from '@messages/display-text-messages';

/**
 * Renders a name from Azure within other text: all its characters are visible, and it doesn't reorder the text around
 * it.
 */
export function nameTemplate(name: string): TemplateResult {
  return html`<bdi>${displayText(name)}</bdi>`;
}
