import { html, nothing, type TemplateResult } from 'lit';
import type { OutcomeCell } from '@contract/wizard/shared-schemas';
import type { PageSay } from '@messages/page-say';
import { displayText } from '@messages/display-text-messages';
import { nameTemplate } from '../wizard/name-template';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import type { ListColumn, ListRow } from './list-row';
import { spansOf, type Query } from './match';

/** Input of a row's templates besides the row. */
export interface RowLook {
  readonly columns: readonly ListColumn[];
  readonly query: Query;
  readonly say: PageSay;
  /** Whether the list has a result column. */
  readonly checks: boolean;
  /** Whether the list has a column for the mark of the chosen row. */
  readonly marks: boolean;
  readonly twoLine: boolean;
}

/** Returns the result to show: the reason of an unsuitable row, the checked result, or null if it isn't checked yet. */
export function displayedOutcome(row: ListRow, checked: OutcomeCell | undefined): OutcomeCell | null {
  return row.unfit === null ? (row.outcome ?? checked ?? null) : { icon: 'unfit', text: row.unfit };
}

export function listRowCells(
  row: ListRow,
  outcome: OutcomeCell | null,
  look: RowLook & { readonly chosen: boolean; readonly pinned: boolean },
): TemplateResult {
  return look.twoLine ? twoLines(row, outcome, look) : oneLine(row, outcome, look);
}

function oneLine(
  row: ListRow,
  outcome: OutcomeCell | null,
  look: RowLook & { readonly chosen: boolean; readonly pinned: boolean },
): TemplateResult {
  return html`
    ${look.marks ? html`<span class="mark">${look.chosen ? plainIcon('pass-filled', 'chosen') : nothing}</span>` : nothing}
    <span class="cell name" role="gridcell"
      >${marked(row.name, look.query)}${tagOf(row)}${chosenWord(look)}</span
    >
    ${look.columns.slice(1).map((column) => {
      const text = row.cells[column.id] ?? '';
      const kind = `cell ${column.numeric ? 'numeric' : ''} ${column.mono ? 'mono' : ''}`;
      return html`<span class=${kind} role="gridcell">${marked(text, look.query)}</span>`;
    })}
    ${look.checks ? outcomeCell(outcome, look.say) : nothing}
  `;
}

function twoLines(
  row: ListRow,
  outcome: OutcomeCell | null,
  look: RowLook & { readonly chosen: boolean; readonly pinned: boolean },
): TemplateResult {
  const sign = look.checks
    ? outcome && outcomeIcon(outcome.icon)
    : look.chosen && plainIcon('pass-filled', 'chosen');
  const text = look.checks ? (outcome?.text ?? look.say('page.list.pending')) : '';
  return html`
    <span class="mark">${sign || nothing}</span>
    <span class="cell name" role="gridcell"
      >${marked(row.name, look.query)}${tagOf(row)}${chosenWord(look)}</span
    >
    <span class="cell outcome" role="gridcell"><span class="outcome-text">${text}</span></span>
    <span class="more" role="gridcell">${marked(row.more, look.query)}</span>
  `;
}

function outcomeCell(outcome: OutcomeCell | null, say: PageSay): TemplateResult {
  if (outcome === null) {
    return html`<span class="cell outcome" role="gridcell" aria-label=${say('page.list.notYet')}>
      ${say('page.list.pending')}
    </span>`;
  }
  return html`<span class="cell outcome" role="gridcell">
    ${outcomeIcon(outcome.icon)}<span class="outcome-text">${outcome.text}</span>
  </span>`;
}

function tagOf({ tag }: ListRow): TemplateResult | typeof nothing {
  return tag === null ? nothing : html`<span class="tag">${tag}</span>`;
}

function chosenWord(look: {
  readonly pinned: boolean;
  readonly say: PageSay;
}): TemplateResult | typeof nothing {
  return look.pinned ? html`<span class="chosen-word">${look.say('page.list.chosen')}</span>` : nothing;
}

/** Renders a name with the typed letters in bold. */
function marked(name: string, query: Query): TemplateResult {
  const spans = spansOf(displayText(name), query);
  if (spans.length === 0) return nameTemplate(name);
  const text = displayText(name);
  let at = 0;
  const parts = spans.map(([start, end]) => {
    const part = html`${text.slice(at, start)}<b>${text.slice(start, end)}</b>`;
    at = end;
    return part;
  });
  return html`<bdi>${parts}${text.slice(at)}</bdi>`;
}
