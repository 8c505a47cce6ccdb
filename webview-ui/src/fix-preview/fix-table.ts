import { html, nothing, type TemplateResult } from 'lit';
import type { FixTable } from '@contract/wizard/fix-preview';
import type { PageSay } from '@messages/page-say';
import { plainIcon } from '../readiness/outcome-icon';
import { breakable } from '../readiness/breakable';

type Row = FixTable['rows'][number];
type Cell = Row['cells'][number];

export interface FoldState {
  /** Open folds of this table, by row index. */
  readonly open: ReadonlySet<number>;
  readonly toggle: (row: number) => void;
}

const marks = { add: 'add', remove: 'remove', change: 'edit', same: null, fold: null } as const;

/** Renders rules or routes before and after as a single table. */
export function fixTable(table: FixTable, say: PageSay, folds: FoldState): TemplateResult {
  return html`<section>
    <h3>${table.title}</h3>
    <div class="scroller" role="region" aria-label=${table.title} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col" class="mark">
              <span class="visually-hidden">${say('preview.columnMark')}</span>
            </th>
            ${table.columns.map(
              (column) => html`<th scope="col" class=${column.numeric ? 'number' : ''}>${column.label}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map((row, index) =>
            row.mark === 'fold'
              ? foldRows({ table, row, index }, folds)
              : html`<tr class=${row.mark}>
                  ${markCell(row, say)}${row.cells.map((cell, at) => bodyCell(table, cell, { at, row, say }))}
                </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${table.note === null ? nothing : html`<p class="quiet">${table.note}</p>`}
  </section>`;
}

function markCell(row: Row, say: PageSay): TemplateResult {
  const icon = marks[row.mark];
  const words = {
    add: 'preview.markAdd',
    remove: 'preview.markRemove',
    change: 'preview.markChange',
  } as const;
  if (icon === null || row.mark === 'same' || row.mark === 'fold') return html`<td class="mark"></td>`;
  return html`<td class="mark">
    ${plainIcon(icon, row.mark)}<span class="visually-hidden">${say(words[row.mark])}</span>
  </td>`;
}

function bodyCell(
  table: FixTable,
  cell: Cell,
  { at, row, say }: { readonly at: number; readonly row: Row; readonly say: PageSay },
): TemplateResult {
  const numeric = table.columns[at]?.numeric ? 'number' : '';
  if (row.mark === 'remove') return html`<td class=${numeric}><del>${cell.text}</del></td>`;
  if (cell.was === null) return html`<td class=${numeric}>${breakable(cell.text)}</td>`;
  return html`<td class="changed ${numeric}">
    <del aria-label=${say('preview.was', { text: cell.was })}>${cell.was}</del> <ins>${cell.text}</ins>
  </td>`;
}

function foldRows(
  { table, row, index }: { readonly table: FixTable; readonly row: Row; readonly index: number },
  folds: FoldState,
): TemplateResult {
  const isOpen = folds.open.has(index);
  const last = row.cells.length - 1;
  const rest = table.columns.length - last;
  const toggle = (): void => {
    folds.toggle(index);
  };
  return html`<tr class="fold" @click=${toggle}>
      <td class="mark">
        <button
          type="button"
          class="opener"
          aria-expanded=${String(isOpen)}
          aria-label=${row.cells.map((cell) => cell.text).join(', ')}
        >
          ${plainIcon(isOpen ? 'chevron-down' : 'chevron-right')}
        </button>
      </td>
      ${row.cells.map(
        (cell, at) =>
          html`<td class=${table.columns[at]?.numeric ? 'number' : ''} colspan=${at === last ? rest : 1}>
            ${cell.text}
          </td>`,
      )}
    </tr>
    ${isOpen ? row.folded.map((cells) => foldedRow(table, cells)) : nothing}`;
}

function foldedRow(table: FixTable, cells: readonly string[]): TemplateResult {
  return html`<tr>
    <td class="mark"></td>
    ${cells.map((text, at) => html`<td class=${table.columns[at]?.numeric ? 'number' : ''}>${text}</td>`)}
  </tr>`;
}
