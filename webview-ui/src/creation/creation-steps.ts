import { html, nothing, type TemplateResult } from 'lit';
import type { Creation } from '@contract/wizard/creation';
import type { PageSay } from '@messages/page-say';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { sayTime } from './elapsed';

type Step = Creation['steps'][number];

const words = {
  waiting: 'creation.stepWaiting',
  running: 'creation.stepRunning',
  done: 'creation.stepDone',
  failed: 'creation.stepFailed',
} as const;

/** What has happened so far, each step with the time it was done. */
export function creationSteps(steps: readonly Step[], say: PageSay): TemplateResult {
  return html`<ol class="steps">
    ${steps.map(
      (step) =>
        html`<li>
          ${stepIcon(step)}
          <span
            >${step.at === null ? nothing : html`<time datetime=${step.at}>${sayTime(say, step.at)}</time>`}</span
          >
          <span class=${step.state}
            ><span class="visually-hidden">${say(words[step.state])}: </span>${step.text}</span
          >
        </li>`,
    )}
  </ol>`;
}

function stepIcon(step: Step): TemplateResult {
  switch (step.state) {
    case 'done':
      return plainIcon('check', 'done');
    case 'running':
      return plainIcon('loading', 'spinning');
    case 'failed':
      return outcomeIcon('error');
    case 'waiting':
      return outcomeIcon('pending');
  }
}
