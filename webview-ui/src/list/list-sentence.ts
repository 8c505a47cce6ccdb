import { html, nothing, type TemplateResult } from 'lit';
import type { ListState } from '@contract/wizard/shared-schemas';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import './sc-countdown';

/** Renders why a list doesn't have rows, as a sentence with links. A link emits the event `act` with its ID. */
export function listSentence(
  from: EventTarget,
  state: ListState,
  say: PageSay,
): TemplateResult | typeof nothing {
  if (state.is !== 'empty' && state.is !== 'problem') return nothing;
  const retryAt = state.is === 'problem' ? state.retryAt : null;
  return html`<p class="sentence">
    ${state.text}
    ${retryAt === null ? nothing : html`<sc-countdown .until=${retryAt} .say=${say}></sc-countdown>`}
    ${state.actions.map((action) =>
      link({
        text: action.label,
        press: () => {
          emitEvent(from, 'act', action.id);
        },
      }),
    )}
  </p>`;
}
