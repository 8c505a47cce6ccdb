import { html, nothing, type TemplateResult } from 'lit';
import type { CallError } from '@contract/call-error';
import type { Readiness } from '@contract/wizard/readiness';
import type { Note } from '@contract/wizard/shared-schemas';
import type { PageSay } from '@messages/page-say';
import { dismissButton } from '../readiness/dismiss-button';
import { link } from '../readiness/link';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';

/** Renders a failed action of the user until the user dismisses it. */
export function problemNotice(
  problem: CallError | null,
  say: PageSay,
  { dismiss, signIn }: { readonly dismiss: () => void; readonly signIn: () => void },
): TemplateResult | typeof nothing {
  if (problem === null) return nothing;
  return html`<div class="notice problem">
    ${outcomeIcon('error')}<span
      >${problem.message}
      ${problem.code === 'signedOut' ? link({ text: say('page.signInAgain'), press: signIn }) : nothing}</span
    >
    ${dismissButton(say('page.dismiss'), dismiss)}
  </div>`;
}

/**
 * Renders a notice that the sign-in ended. It stays until the user signs in again, because nothing can be read or
 * changed until then.
 */
export function signInNotice(note: Note | null, act: (id: string) => void): TemplateResult | typeof nothing {
  if (note === null) return nothing;
  const { text, action } = note;
  return html`<div class="notice" role="status">
    ${outcomeIcon('warning')}<span>${text}</span>
    ${link({
      text: action.label,
      press: () => {
        act(action.id);
      },
    })}
  </div>`;
}

export function outdatedNotice(say: PageSay): TemplateResult {
  return html`<div class="notice" role="alert">
    ${outcomeIcon('warning')}<span>${say('page.outdated')}</span>
  </div>`;
}

/** Renders Readiness's summary as a fixed bar that links to Readiness, if it is below the plan. */
export function pinnedBar(readiness: Readiness, say: PageSay, press: () => void): TemplateResult {
  return html`<button type="button" class="pinned" @click=${press}>
    ${outcomeIcon(readiness.summaryIcon)}<span class="sum">${readiness.summary}</span>
    <span class="lead">${say('page.readiness')}</span>${plainIcon('chevron-down')}
  </button>`;
}
