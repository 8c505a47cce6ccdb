import { html, nothing, type TemplateResult } from 'lit';
import type { FlowRow } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { byOutboundAccess, flowLine, foldLines, type FlowLine } from './group-flows';

export interface FlowListState {
  readonly say: PageSay;
  /** Open folds: outbound access and kind. */
  readonly open: ReadonlySet<string>;
  readonly toggle: (fold: string) => void;
  readonly show: (id: string) => void;
}

/** Renders the flows on a narrow page: rows of two lines under their outbound access. */
export function flowList(flows: readonly FlowRow[], state: FlowListState): TemplateResult {
  return html`<div class="list">
    ${byOutboundAccess(flows).map(
      (group) =>
        html`<section>
          <h4>${group.outboundAccess}</h4>
          <ul>
            ${foldLines(group.flows, flows.length).map((line) =>
              line.is === 'flow' ? listRow(line.flow, state) : fold(line, group.outboundAccess, state),
            )}
          </ul>
        </section>`,
    )}
  </div>`;
}

function listRow(flow: FlowRow, { show }: FlowListState): TemplateResult {
  return html`<li>
    <button
      type="button"
      class="two-lines"
      @click=${() => {
        show(flow.id);
      }}
    >
      ${outcomeIcon(flow.icon)}
      <span class="words">
        <span>${flow.flow}</span>
        <span class="quiet">${flowLine(flow)}</span>
      </span>
    </button>
  </li>`;
}

function fold(line: FlowLine & { is: 'fold' }, outboundAccess: string, state: FlowListState): TemplateResult {
  const id = `${line.kind} ${outboundAccess}`;
  const isOpen = state.open.has(id);
  const key = line.kind === 'appliance' ? 'review.moreToAppliance' : 'review.moreAllowed';
  return html`<li>
      <button
        type="button"
        class="two-lines fold quiet"
        aria-expanded=${String(isOpen)}
        @click=${() => {
          state.toggle(id);
        }}
      >
        ${plainIcon(isOpen ? 'chevron-down' : 'chevron-right')}${outcomeIcon(line.kind)}
        <span>${state.say(key, { n: line.flows.length })}</span>
      </button>
    </li>
    ${isOpen ? line.flows.map((flow) => listRow(flow, state)) : nothing}`;
}
