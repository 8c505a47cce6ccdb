import { html, type TemplateResult } from 'lit';
import type { Readiness } from '@contract/wizard/readiness';
import type { PageSay } from '@messages/page-say';
import { outcomeIcon } from './outcome-icon';

/** Readiness before a subnet is chosen: what to do, and what will be asked where the host says it. */
export function emptyReadiness(view: Readiness, say: PageSay): TemplateResult {
  const asked = view.groups.filter((group) => group.rows.length > 0);
  return html`<div class="empty">
    <p>${view.hint}</p>
    ${asked.map(
      (group) =>
        html`<h3>${group.title}</h3>
          <ul aria-label=${say('page.labelled', { label: say('board.willAsk'), text: group.title })}>
            ${group.rows.map((row) => html`<li>${outcomeIcon('pending')}${row.name}</li>`)}
          </ul>`,
    )}
  </div>`;
}
