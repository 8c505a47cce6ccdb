import { html, nothing, type TemplateResult } from 'lit';
import type { ReadinessCause, ReadinessRow, Detail } from '@contract/wizard/readiness';
import type { PageSay } from '@messages/page-say';
import { breakablePaths } from './breakable';
import { link } from './link';
import { outcomeIcon, plainIcon } from './outcome-icon';

/** Actions that the user can take on a row. */
export interface RowActions {
  readonly toggle: () => void;
  readonly fix: () => void;
  readonly openLink: (target: string) => void;
  readonly toggleTrace: () => void;
  readonly copy: () => void;
}

export interface RowState {
  readonly say: PageSay;
  /** Whether Tab reaches the row, and so its button and links. */
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly was: string | null;
  readonly isTraceOpen: boolean;
  readonly isCopied: boolean;
  /** The cause that lists it; null if it is grouped by requirement. */
  readonly cause: ReadinessCause | null;
}

/** Renders the cells of a requirement's row. The tree renders the row itself. */
export function requirementCells(row: ReadinessRow, state: RowState, act: RowActions): TemplateResult {
  if (state.cause) return flowCells(row, state.cause, { state, act });
  return html`
    <div role="gridcell" class="head" @click=${act.toggle}>
      ${plainIcon('chevron-right', 'chevron')}${outcomeIcon(row.icon)}
      <div class="words">
        <div class="name">${row.name}</div>
        ${outcomeLine(row, state)}
      </div>
    </div>
    ${row.fix === null ? nothing : fixCell(row, row.fix, { state, act })}
    ${state.isOpen ? html`<div role="gridcell" class="body">${openedRow(row, state, act)}</div>` : nothing}
  `;
}

interface RowInUse {
  readonly state: RowState;
  readonly act: RowActions;
}

/** Renders a flow of a cause in a single line, because the cause shows the deciding component. */
function flowCells(row: ReadinessRow, cause: ReadinessCause, { state, act }: RowInUse): TemplateResult {
  const { next = null, part = null } = cause.flows.find(({ id }) => id === row.id) ?? {};
  const text = row.name === cause.title ? `${row.word} ${row.rest}` : row.name;
  return html`
    <div role="gridcell" class="head" @click=${act.toggle}>
      ${outcomeIcon(row.icon)}
      <div class="words">
        <span class="name">${text}</span><span class="outcome">${flowTail(row, cause, { part, state })}</span>
        ${next === null ? nothing : html`<div class="outcome">${next}</div>`}
      </div>
    </div>
    ${state.isOpen && row.fix !== null ? fixCell(row, row.fix, { state, act }) : nothing}
    ${state.isOpen ? html`<div role="gridcell" class="body">${openedRow(row, state, act)}</div>` : nothing}
  `;
}

/**
 * Renders the failing part of a flow and its marks. If all flows of the cause are confirmed, the cause shows that once.
 */
function flowTail(
  row: ReadinessRow,
  { confirmed }: ReadinessCause,
  { part, state }: { readonly part: string | null; readonly state: RowState },
): TemplateResult {
  const mark = confirmed === null ? confirmedMark(row) : nothing;
  return html`${part === null ? nothing : ` · ${part}`}${tailOf(row, state)}${mark}`;
}

/** Returns the row's mark and its previous result. */
function tailOf(row: ReadinessRow, { say, was }: RowState): string {
  return [row.mark, was === null ? null : say('readiness.was', { word: was })]
    .filter((one) => one !== null)
    .map((one) => ` · ${one}`)
    .join('');
}

/** Renders who confirmed an unknown result, which isn't the product's own result. */
function confirmedMark({ confirmed }: ReadinessRow): TemplateResult | typeof nothing {
  return confirmed === null ? nothing : html` · ${plainIcon('person')} ${confirmed}`;
}

function outcomeLine(row: ReadinessRow, state: RowState): TemplateResult {
  const tail = tailOf(row, state);
  if (row.oneLine) return html`<div class="outcome">${row.rest}${tail}</div>`;
  return html`<div class="outcome"><b>${row.word}</b> ${row.rest}${tail}${confirmedMark(row)}</div>`;
}

/** Renders a native button: the library's adds itself to the tab order again when it is first drawn. */
function fixCell(row: ReadinessRow, label: string, { state, act }: RowInUse): TemplateResult {
  return html`<div role="gridcell" class="fix">
    <button
      type="button"
      class="button"
      data-fix=${row.id}
      tabindex=${state.isCurrent ? 0 : -1}
      aria-label=${state.say('readiness.fixOf', { label, name: row.name })}
      @click=${act.fix}
    >
      ${label}
    </button>
  </div>`;
}

function openedRow(row: ReadinessRow, state: RowState, act: RowActions): TemplateResult {
  const { say, isCurrent, isTraceOpen, isCopied } = state;
  const hasTrace = row.trace.length > 0;
  return html`
    ${detailList(row.details, isCurrent, act)}
    ${
      hasTrace || row.canCopy
        ? html`<div class="links">
            ${
              hasTrace
                ? link({
                    text: say('readiness.howDecided'),
                    press: act.toggleTrace,
                    reachable: isCurrent,
                    expanded: isTraceOpen,
                  })
                : nothing
            }
            ${
              row.canCopy
                ? link({
                    text: say(isCopied ? 'readiness.copied' : 'readiness.copyForNetworkTeam'),
                    press: act.copy,
                    reachable: isCurrent,
                  })
                : nothing
            }
          </div>`
        : nothing
    }
    ${hasTrace && isTraceOpen ? traceList(row.trace) : nothing}
  `;
}

/** Renders labels and their values. */
export function detailList(
  details: readonly Detail[],
  reachable: boolean,
  act: Pick<RowActions, 'openLink'>,
): TemplateResult {
  return html`<dl>
    ${details.map(
      (detail) =>
        html`<dt>${detail.label}</dt>
          <dd>${detail.runs.map((run) => renderRun(run, reachable, act))}</dd>`,
    )}
  </dl>`;
}

function renderRun(
  run: Detail['runs'][number],
  reachable: boolean,
  act: Pick<RowActions, 'openLink'>,
): TemplateResult {
  const target = run.link;
  if (target !== null) {
    const press = (): void => {
      act.openLink(target);
    };
    return link({ text: run.text, press, reachable, opens: true, mono: run.mono });
  }
  const text = breakablePaths(run.text);
  return run.mono ? html`<span class="mono">${text}</span>` : text;
}

export function traceList(trace: ReadinessRow['trace']): TemplateResult {
  return html`<ol class="trace">
    ${trace.map((step) => html`<li class=${step.decides ? 'decides' : ''}>${step.text}</li>`)}
  </ol>`;
}
