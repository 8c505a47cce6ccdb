import { html, nothing, type TemplateResult } from 'lit';
import type { CallError } from '@contract/call-error';
import type { Readiness } from '@contract/wizard/readiness';
import type { Note } from '@contract/wizard/shared-schemas';
import type { PageSay } from '@messages/page-say';
import { dismissButton } from '../readiness/dismiss-button';
import { link } from '../readiness/link';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';

/** What the person started and what failed, until they dismiss it. */
export function problemNotice(
  problem: CallError | null,
  say: PageSay,
  { dismiss, signIn }: { readonly dismiss: () => void; readonly signIn: () => void },
): TemplateResult | typeof nothing {
  if (problem === null) return nothing;
  return html`<div class="notice">
    ${outcomeIcon('error')}<span
      >${problem.message}
      ${problem.code === 'signedOut' ? link({ text: say('action.signInAgain'), press: signIn }) : nothing}</span
    >
    ${dismissButton(say('page.dismiss'), dismiss)}
  </div>`;
}

/** A sign-in that ended stays said until one signs in again: nothing can be read or changed meanwhile. */
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

/** Where Readiness is below the plan, its sum is always in sight and leads there. */
export function pinnedBar(board: Readiness, say: PageSay, press: () => void): TemplateResult {
  return html`<button type="button" class="pinned" @click=${press}>
    ${outcomeIcon(board.summaryIcon)}<span class="sum">${board.summary}</span>
    <span class="lead">${say('page.readiness')}</span>${plainIcon('chevron-down')}
  </button>`;
}
