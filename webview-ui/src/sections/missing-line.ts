import { html, nothing, type TemplateResult } from 'lit';
import { plainIcon } from '../readiness/outcome-icon';

/** Renders what is missing under its control; nothing until *Continue* was pressed. */
export function missingLine(missing: string | null): TemplateResult | typeof nothing {
  if (missing === null) return nothing;
  return html`<div class="missing">${plainIcon('error', 'error')}<span>${missing}</span></div>`;
}
