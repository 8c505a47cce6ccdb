import { html, nothing, type TemplateResult } from 'lit';
import type { Board } from '@contract/wizard/board';
import type { Say } from '@messages/say';
import { link } from './link';
import { plainIcon } from './verdict-icon';

interface ChangeLine {
  readonly notice: Board['notice'];
  readonly say: Say;
  readonly show: (requirement: string) => void;
  readonly dismiss: () => void;
}

/** One line on top of the board: what somebody else changed, the way to it, and the way to be rid of it. */
export function changeLine({ notice, say, show, dismiss }: ChangeLine): TemplateResult | typeof nothing {
  if (notice === null) return nothing;
  const { text, show: requirement } = notice;
  return html`<div class="changed">
    ${plainIcon('history')}<span
      >${text}
      ${
        requirement === null
          ? nothing
          : link({
              text: say('changed.show'),
              press: () => {
                show(requirement);
              },
            })
      }</span
    >
    <button
      type="button"
      class="dismiss"
      aria-label=${say('changed.dismiss')}
      title=${say('changed.dismiss')}
      @click=${dismiss}
    >
      ${plainIcon('close')}
    </button>
  </div>`;
}
