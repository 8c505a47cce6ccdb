import { html, nothing, type TemplateResult } from 'lit';
import type { PlanView } from '@contract/wizard/plan';
import type { ListRow } from '../list/list-row';
import { plainIcon } from '../readiness/outcome-icon';

type Recommendation = PlanView['workspace']['recommended'];

/** Number of rows to show while the preselection is unchanged. */
const few = 3;

/** Returns the rows with the tag on the preselected row. */
export function withTag(
  rows: readonly ListRow[],
  chosen: string | null,
  recommended: Recommendation,
): readonly ListRow[] {
  if (recommended === null) return rows;
  const { tag } = recommended;
  return rows.map((row) => (row.id === chosen ? { ...row, tag, spoken: `${row.spoken}, ${tag}` } : row));
}

/** Returns the preselected row and the first others, in the order of the list. */
export function shortRows(rows: readonly ListRow[], chosen: string | null): readonly ListRow[] {
  if (rows.length <= few + 1) return rows;
  const others = rows.filter((row) => row.id !== chosen && row.unfit === null);
  const shown = new Set([...rows.filter((row) => row.id === chosen), ...others].slice(0, few));
  return rows.filter((row) => shown.has(row));
}

/** Renders why a row is preselected. */
export function reasonLine(recommended: Recommendation): TemplateResult | typeof nothing {
  return recommended === null
    ? nothing
    : html`<div class="note">${plainIcon('lightbulb', 'info')}<span>${recommended.reason}</span></div>`;
}
