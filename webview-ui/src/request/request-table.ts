import { html, nothing, type TemplateResult } from 'lit';
import type { RequestCell, RequestPage, RequestRow } from '@contract/wizard/request';
import type { PageSay } from '@messages/page-say';
import type { Codicon } from '@contract/wizard/codicons';
import { outcomeIcon, plainIcon } from '../readiness/outcome-icon';
import { breakable } from '../readiness/breakable';

/** Icons are decorative: each state has a text. */
const stateIcons: Readonly<Record<RequestCell['state'], Codicon | null>> = {
  blocked: 'error',
  unknown: 'question',
  confirmed: 'person',
  allowed: 'pass-filled',
  hop: 'arrow-circle-right',
  none: null,
};

export function stateIcon(state: RequestCell['state']): TemplateResult | typeof nothing {
  const icon = stateIcons[state];
  return icon === null ? nothing : plainIcon(icon, state);
}

/**
 * Renders all flows with the state of each layer. Narrow pages show two lines per flow, in which each state names its
 * layer.
 */
export function requestTable(
  { columns, rows, heading }: RequestPage,
  say: PageSay,
  openSource: (n: number) => TemplateResult,
): TemplateResult {
  // Roles are explicit, because a table with block layout doesn't have any for a screen reader.
  return html`<table role="table" aria-label=${heading}>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">${say('requestPage.flow')}</th>
        <th scope="col" role="columnheader">${say('requestPage.destination')}</th>
        ${columns.map(({ title }) => html`<th scope="col" role="columnheader">${title}</th>`)}
        <th scope="col" role="columnheader">${say('requestPage.why')}</th>
        <th scope="col" role="columnheader">${say('requestPage.source')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => tableRow(row, columns, { say, openSource }))}
    </tbody>
  </table>`;
}

interface RowParts {
  readonly say: PageSay;
  readonly openSource: (n: number) => TemplateResult;
}

function tableRow(
  { id, icon, severity, flow, tags, hosts, cells, why, sources }: RequestRow,
  columns: RequestPage['columns'],
  { say, openSource }: RowParts,
): TemplateResult {
  return html`<tr role="row" data-id=${id}>
    <th scope="row" role="rowheader">
      <span class="with-icon"
        >${outcomeIcon(icon)}<span><span class="visually-hidden">${severity}. </span>${flow}</span></span
      >
    </th>
    <td role="cell" class="to">
      <div>${breakable(tags)}</div>
      <div class="hosts">${hosts.split(' ').map((host) => html`<span>${breakable(host)}</span> `)}</div>
    </td>
    ${cells.map((cell, at) => stateCell(cell, columns[at]?.title ?? '', say))}
    <td role="cell" class="why">${why}</td>
    <td role="cell" class="numbers">
      ${sources.map((n, at) => html`${at > 0 ? ', ' : ''}${openSource(n)}`)}
    </td>
  </tr>`;
}

function stateCell({ state, text }: RequestCell, layer: string, say: PageSay): TemplateResult {
  return html`<td role="cell" class="state ${state}">
    <span class="with-icon"
      >${stateIcon(state)}<span
        ><span class="narrow" aria-hidden="true">${say('page.before', { word: layer })} </span>${
          state === 'none'
            ? html`<span aria-hidden="true">${text}</span
                ><span class="visually-hidden">${say('requestPage.notInvolved')}</span>`
            : text
        }</span
      ></span
    >
  </td>`;
}
