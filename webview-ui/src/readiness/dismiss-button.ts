import { html, type TemplateResult } from 'lit';
import { plainIcon } from './outcome-icon';

/** Renders the close button of a notice. Its style is in `nativeStyles`. */
export function dismissButton(label: string, press: () => void): TemplateResult {
  return html`<button type="button" class="dismiss" aria-label=${label} title=${label} @click=${press}>
    ${plainIcon('close')}
  </button>`;
}
