import { html, nothing, type TemplateResult } from 'lit';
import type { FlowRow } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { outcomeIcon } from '../readiness/outcome-icon';
import { byOutboundAccess } from './group-flows';

const columns = [
  { label: 'review.columnFlow' },
  { label: 'review.columnDirection' },
  { label: 'review.columnSecurityGroup', means: 'term.securityGroup' },
  { label: 'review.columnRoute', means: 'term.routeTable' },
  { label: 'review.columnOutboundAccess', means: 'term.outboundAccess' },
  { label: 'review.columnOutcome' },
] as const;

export interface FlowTableState {
  readonly say: PageSay;
  readonly show: (id: string) => void;
  /** Whether Tab reaches its buttons. It doesn't if only a screen reader uses the table. */
  readonly reachable: boolean;
}

/** Renders the flows as a table with a line between different outbound access. */
export function flowTable(flows: readonly FlowRow[], state: FlowTableState): TemplateResult {
  const { say } = state;
  return html`<table>
    <caption class="visually-hidden">
      ${say('review.flows')}
    </caption>
    <thead>
      <tr>
        ${columns.map(
          (one) =>
            html`<th scope="col" title=${'means' in one ? say(one.means) : nothing}>${say(one.label)}</th>`,
        )}
      </tr>
    </thead>
    ${byOutboundAccess(flows).map(
      (group) =>
        html`<tbody>
          ${group.flows.map((flow) => tableRow(flow, state))}
        </tbody>`,
    )}
  </table>`;
}

function tableRow(flow: FlowRow, { show, reachable }: FlowTableState): TemplateResult {
  const press = (): void => {
    show(flow.id);
  };
  return html`<tr @click=${press}>
    <td>
      <button type="button" class="flow" tabindex=${reachable ? 0 : -1}>${flow.flow}</button>
      ${flow.subject === null ? nothing : html`<span class="subject quiet">${flow.subject}</span>`}
    </td>
    <td>${flow.direction}</td>
    <td>${flow.securityGroup}</td>
    <td>${flow.route}</td>
    <td>${flow.outboundAccess}</td>
    <td><span class="outcome">${outcomeIcon(flow.icon)}${flow.outcome}</span></td>
  </tr>`;
}
