import { html, nothing, type TemplateResult } from 'lit';
import type { PageSay } from '@messages/page-say';
import { dismissButton } from './dismiss-button';
import { link } from './link';
import type { Codicon } from '@contract/wizard/codicons';
import { plainIcon } from './outcome-icon';

/** Content of a notice, with a link to what changed, or to undo it. */
interface Notice {
  readonly text: string;
  readonly link: { readonly text: string; readonly press: () => void } | null;
  readonly icon: Codicon;
  readonly say: PageSay;
  readonly dismiss: () => void;
}

/** Renders a line at the top of Readiness with an action and a close button. */
export function noticeLine({ text, link: offered, icon, say, dismiss }: Notice): TemplateResult {
  return html`<div class="changed">
    ${plainIcon(icon)}<span>${text} ${offered === null ? nothing : link(offered)}</span>
    ${dismissButton(say('changed.dismiss'), dismiss)}
  </div>`;
}
