import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { Creation, NextStep } from '@contract/wizard/creation';
import { formatList } from '@messages/format-list';
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
  const ruledOut = view.likely.filter((one) => one.isRuledOut);
  return html`<section>
    <h3>${say('creation.likely')}</h3>
    <ul class="likely">
      ${view.likely.map((one, at) => (one.isRuledOut ? nothing : likelyCause(one, { at, say, runStep })))}
      ${ruledOut.length === 0 ? nothing : ruledOutRow(say, ruledOut)}
    </ul>
  </section>`;
}

type Likely = Creation['likely'][number];

function likelyCause(
  one: Likely,
  {
    at,
    say,
    runStep,
  }: { readonly at: number; readonly say: PageSay; readonly runStep: (step: NextStep) => void },
): TemplateResult {
  return html`<li class=${at === 0 && one.icon === 'error' ? 'worst' : ''}>
    ${outcomeIcon(one.icon)}
    <span class="rank">${one.rank}</span>
    <div class="why">
      <div class="cause">${one.cause}</div>
      <div class="quiet">${one.evidence}</div>
      ${one.changes.map((change) => html`<div class="quiet">${change}</div>`)}
      ${one.packet === null ? nothing : html`<div class="mono">${one.packet}</div>`}
    </div>
    ${one.step === null ? nothing : stepButton(say, { step: one.step, cause: one.cause, runStep })}
  </li>`;
}

/** Renders all that is ruled out as one row: the names of the checks, then what each found. */
function ruledOutRow(say: PageSay, all: readonly Likely[]): TemplateResult {
  const names = all.map(({ cause }, at) =>
    at === 0 ? cause : cause.charAt(0).toLowerCase() + cause.slice(1),
  );
  return html`<li>
    ${outcomeIcon('pass')}
    <span class="rank">${all[0]?.rank}</span>
    <div class="why">
      <div class="cause">${formatList(say, names)}</div>
      <div class="quiet">${all.map(({ evidence }) => evidence).join(' ')}</div>
    </div>
  </li>`;
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
