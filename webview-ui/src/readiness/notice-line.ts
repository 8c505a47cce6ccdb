import { html, nothing, type TemplateResult } from 'lit';
import type { PageSay } from '@messages/page-say';
import { dismissButton } from './dismiss-button';
import { link } from './link';
import { plainIcon } from './outcome-icon';

/** What may be done about a notice: the way to what changed, or the way back. */
interface Notice {
  readonly text: string;
  readonly link: { readonly text: string; readonly press: () => void } | null;
  readonly icon: string;
  readonly say: PageSay;
  readonly dismiss: () => void;
}

/** One line on top of Readiness, with what can be done about it, and the way to be rid of it. */
export function noticeLine({ text, link: offered, icon, say, dismiss }: Notice): TemplateResult {
  return html`<div class="changed">
    ${plainIcon(icon)}<span>${text} ${offered === null ? nothing : link(offered)}</span>
    ${dismissButton(say('changed.dismiss'), dismiss)}
  </div>`;
}
