import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { Creation } from '@contract/wizard/creation';
import type { PageSay } from '@messages/page-say';
import { link } from '../readiness/link';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';

/** Azure's own words, as they are, to be selected and handed on. */
export function azureMessage(
  view: Creation,
  say: PageSay,
  copy: { readonly press: () => void; readonly isDone: boolean },
): TemplateResult | typeof nothing {
  if (view.state !== 'failed' || (view.said === null && view.requestId === null)) return nothing;
  return html`<section>
    <h3>${say('creation.said')}</h3>
    ${
      view.said === null
        ? nothing
        : html`<pre tabindex="0" aria-label=${say('creation.said')} role="region">${view.said}</pre>`
    }
    <div class="request">
      ${
        view.requestId === null
          ? nothing
          : html`<span>${say('creation.requestId')} <span class="mono">${view.requestId}</span></span>`
      }
      ${link({ text: say(copy.isDone ? 'creation.copied' : 'creation.copyAll'), press: copy.press })}
    </div>
  </section>`;
}

/** What it likely means in this subnet, ranked, each cause with its evidence and its own fix. */
export function likelyCauses(
  view: Creation,
  say: PageSay,
  fix: (ids: readonly string[]) => void,
): TemplateResult | typeof nothing {
  if (view.likely.length === 0) return nothing;
  return html`<section>
    <h3>${say('creation.likely')}</h3>
    <ul class="likely">
      ${view.likely.map(
        (one) =>
          html`<li>
            ${outcomeIcon(one.icon)}
            <span class="rank">${one.rank}</span>
            <div class="why">
              <div>${one.cause}</div>
              <div class="quiet">${one.evidence}</div>
            </div>
            ${
              one.fixIds.length === 0
                ? nothing
                : html`<vscode-button
                    secondary
                    class="small"
                    aria-label=${say('creation.fixOf', { cause: one.cause })}
                    @click=${() => {
                      fix(one.fixIds);
                    }}
                    >${say('creation.fix')}</vscode-button
                  >`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What a failure leaves behind. */
export function resourcesLeft(view: Creation, say: PageSay): TemplateResult | typeof nothing {
  if (view.left === null) return nothing;
  return html`<section>
    <h3>${say('creation.left')}</h3>
    <p class="left">${plainIcon('vm')}<span>${view.left}</span></p>
  </section>`;
}
