import { html, type TemplateResult } from 'lit';
import type { PageSay } from '@messages/page-say';
import { plainIcon } from './outcome-icon';

/** Label of the button that leaves a page: where it leads. */
export type BackKey = 'preview.back' | 'preview.backToCompute';

interface BackBar {
  readonly back: BackKey;
  readonly close: () => void;
  readonly disabled?: boolean;
}

/** Renders the button at the top of a page that returns to the page below, and its key. */
export function backBar(say: PageSay, { back, close, disabled = false }: BackBar): TemplateResult {
  return html`<div class="top">
    <button type="button" class="back" ?disabled=${disabled} @click=${close}>
      ${plainIcon('arrow-left')}${say(back)}
    </button>
    <kbd aria-hidden="true">${say('preview.escape')}</kbd>
  </div>`;
}
