import { html, type TemplateResult } from 'lit';
import { plainIcon } from './outcome-icon';

/** The cross at the end of a notice; its look is in `nativeStyles`. */
export function dismissButton(label: string, press: () => void): TemplateResult {
  return html`<button type="button" class="dismiss" aria-label=${label} title=${label} @click=${press}>
    ${plainIcon('close')}
  </button>`;
}
