import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Client } from '@contract/channel';
import type { Creation } from '@contract/wizard/creation';
import type { WizardChannel } from '@contract/wizard/channel';
import type { PageSay } from '@messages/page-say';
import '../creation/sc-creation';
import type { BackKey } from '../readiness/back-button';
import '../fix-preview/sc-fix-preview';
import '../report/sc-report';
import '../request/sc-request';
import type { PageState } from '../wizard/state';

interface Look {
  readonly client: Client<WizardChannel>;
  readonly say: PageSay;
}

/** Pages that replace each other, from the lowest: the plan, a creation, and a preview, request, or report. */
export const levels = ['plan', 'creation', 'above'] as const;
export type PageLevel = (typeof levels)[number];

export function levelOf({ preview, request, report, creation }: PageState): PageLevel {
  if ([preview, request, report].some((one) => one !== null)) return 'above';
  return creation === null ? 'plan' : 'creation';
}

/** Returns the level that the page has or is about to have: Readiness of a preview comes before the preview. */
export function leavingLevel(state: PageState): PageLevel {
  return state.readiness?.state === 'preview' ? 'above' : levelOf(state);
}

export function isReplaced(state: PageState): boolean {
  return levelOf(state) !== 'plan';
}

/** True if the request uses the whole page. Its table is wide and includes what Readiness shows. */
export function isAlone({ preview, request }: PageState): boolean {
  return preview === null && request !== null;
}

/** Renders a preview, request, or report. */
export function pageAbove(
  { preview, request, report, creation }: PageState,
  { client, say }: Look,
): TemplateResult | typeof nothing {
  const back: BackKey = creation === null ? 'preview.back' : 'preview.backToCompute';
  if (preview !== null) {
    return html`<sc-fix-preview
      .view=${preview}
      .client=${client}
      .say=${say}
      .back=${back}
    ></sc-fix-preview>`;
  }
  if (request !== null) {
    return html`<sc-request .view=${request} .client=${client} .say=${say} .back=${back}></sc-request>`;
  }
  if (report !== null) {
    return html`<sc-report .view=${report} .client=${client} .say=${say} .back=${back}></sc-report>`;
  }
  return nothing;
}

/** Renders a creation. Another creation has another element, whose heading receives the focus. */
export function creationTemplate(
  creation: Creation,
  isSample: boolean,
  { client, say }: Look,
): TemplateResult {
  return html`${keyed(
    creation.startedAt,
    html`<sc-creation .view=${creation} .client=${client} .say=${say} ?sample=${isSample}></sc-creation>`,
  )}`;
}
