import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { Creation, NextStep } from '@contract/wizard/creation';
import type { PageSay } from '@messages/page-say';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';

/** Renders Azure's message verbatim, so that the user can select and forward it. */
export function azureMessage(view: Creation, say: PageSay): TemplateResult | typeof nothing {
  if (view.state !== 'failed' || (view.message === null && view.requestId === null)) return nothing;
  return html`<section>
    <h3>${say('creation.said')}</h3>
    ${
      view.message === null
        ? nothing
        : html`<pre
            tabindex="0"
            aria-label=${say('creation.said')}
            role="region"
          ><bdi>${view.message}</bdi></pre>`
    }
    ${
      view.requestId === null
        ? nothing
        : html`<p class="request">
            ${say('creation.requestId')} <span class="mono">${view.requestId}</span>
          </p>`
    }
  </section>`;
}

/**
 * Renders the likely causes in this subnet in order of likelihood, each with its evidence and the recommended action.
 */
export function likelyCauses(
  view: Creation,
  say: PageSay,
  runStep: (step: NextStep) => void,
): TemplateResult | typeof nothing {
  if (view.isReading) {
    return html`<p class="quiet reading">
      ${plainIcon('loading', 'spinning')}<span>${say('creation.reading')}</span>
    </p>`;
  }
  if (view.likely.length === 0) return nothing;
  return html`<section>
    <h3>${say('creation.likely')}</h3>
    <ul class="likely">
      ${view.likely.map(
        (one, at) =>
          html`<li class=${at === 0 && one.icon === 'error' ? 'worst' : ''}>
            ${outcomeIcon(one.icon)}
            <span class="rank">${one.rank}</span>
            <div class="why">
              <div class="cause">${one.cause}</div>
              <div class="quiet">${one.evidence}</div>
              ${one.changes.map((change) => html`<div class="quiet">${change}</div>`)}
              ${one.packet === null ? nothing : html`<div class="mono">${one.packet}</div>`}
            </div>
            ${one.step === null ? nothing : stepButton(say, { step: one.step, cause: one.cause, runStep })}
          </li>`,
      )}
    </ul>
  </section>`;
}

function stepButton(
  say: PageSay,
  {
    step,
    cause,
    runStep,
  }: {
    readonly step: NextStep;
    readonly cause: string;
    readonly runStep: (step: NextStep) => void;
  },
): TemplateResult {
  return html`<vscode-button
    secondary
    class="small"
    aria-label=${say('page.labelled', { label: step.label, text: cause })}
    @click=${() => {
      runStep(step);
    }}
    >${step.label}</vscode-button
  >`;
}

/** Renders the resources that a failed creation leaves in Azure. */
export function resourcesLeft(
  view: Creation,
  say: PageSay,
  button: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  if (view.left === null) return nothing;
  return html`<section>
    <h3>${say('creation.left')}</h3>
    <p class="left">${plainIcon('vm')}<span>${view.left}</span></p>
    ${button}
  </section>`;
}
