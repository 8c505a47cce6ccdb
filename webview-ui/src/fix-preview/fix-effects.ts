import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FixPreview } from '@contract/wizard/fix-preview';
import type { PageSay } from '@messages/page-say';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';

/**
 * Renders what opens and closes, and which other subnets are affected. `include` receives whether the others are
 * included.
 */
export function fixEffects(view: FixPreview, say: PageSay, include: (all: boolean) => void): TemplateResult {
  return html`<div class="effects">
    <section>
      <h3>${view.where}</h3>
      <ul>
        ${view.opens.map((one) => opens(one, say))}
        ${view.closes.map(
          (text) => html`<li class="line quiet">${outcomeIcon('unfit')}<span>${text}</span></li>`,
        )}
      </ul>
    </section>
    ${alsoUses(view, say, include)}${cost(view, say)}${notes(view, say)}
  </div>`;
}

function opens({ text, packet, wide }: FixPreview['opens'][number], say: PageSay): TemplateResult {
  const mark = wide
    ? html`${outcomeIcon('warning')}<span class="visually-hidden"
          >${say('page.before', { word: say('preview.wide') })}
        </span>`
    : plainIcon('arrow-right', 'opens');
  const example = packet === null ? nothing : html`<p>${packet}</p>`;
  return html`<li>
    <div class="line">${mark}<span>${text}</span></div>
    ${example}
  </li>`;
}

function alsoUses(
  { alsoUses: shared, state }: FixPreview,
  say: PageSay,
  include: (all: boolean) => void,
): TemplateResult | typeof nothing {
  if (shared === null) return nothing;
  const { title, subnets, included } = shared;
  return html`<section class="shared">
    <h3>${title}</h3>
    ${subnets.map(
      (subnet) =>
        html`<div class="line">${plainIcon('layers')}<span>${subnet.name}</span></div>
          <p>${subnet.text}</p>`,
    )}
    ${
      included === null || state !== 'preview'
        ? nothing
        : html`<vscode-checkbox
            .checked=${live(included)}
            label=${say('preview.include')}
            @change=${() => {
              include(!included);
            }}
          ></vscode-checkbox>`
    }
  </section>`;
}

function cost(view: FixPreview, say: PageSay): TemplateResult | typeof nothing {
  if (view.cost.length === 0) return nothing;
  return html`<section>
    <h3>${say('diff.cost')}</h3>
    <ul>
      ${view.cost.map((text) => html`<li class="line">${plainIcon('credit-card')}<span>${text}</span></li>`)}
    </ul>
  </section>`;
}

function notes(view: FixPreview, say: PageSay): TemplateResult | typeof nothing {
  if (view.notes.length === 0) return nothing;
  return html`<section class="notes">
    <h3>${say('preview.noteTitle')}</h3>
    <ul>
      ${view.notes.map((text) => html`<li class="line">${outcomeIcon('info')}<span>${text}</span></li>`)}
    </ul>
  </section>`;
}
