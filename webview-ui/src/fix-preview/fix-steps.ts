import { html, nothing, type TemplateResult } from 'lit';
import type { FixPreview } from '@contract/wizard/fix-preview';
import type { PageSay } from '@messages/page-say';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';

type Step = FixPreview['progress'][number];

const words = {
  waiting: 'preview.stepWaiting',
  running: 'preview.stepRunning',
  done: 'preview.stepDone',
  refused: 'preview.stepRefused',
} as const;

/** Resource by resource, once applying has begun. */
export function fixSteps(progress: readonly Step[], say: PageSay): TemplateResult | typeof nothing {
  if (progress.length === 0) return nothing;
  return html`<section>
    <h3>${say('preview.stepsTitle')}</h3>
    <ol>
      ${progress.map(
        (step) =>
          html`<li class="line">
            ${icon(step)}<span>${step.text} <span class="quiet">${say(words[step.state])}</span></span>
          </li>`,
      )}
    </ol>
  </section>`;
}

function icon({ state }: Step): TemplateResult {
  switch (state) {
    case 'waiting':
      return outcomeIcon('pending');
    case 'running':
      return plainIcon('loading', 'spinning');
    case 'done':
      return outcomeIcon('pass');
    case 'refused':
      return outcomeIcon('error');
  }
}
