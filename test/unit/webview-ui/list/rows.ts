import type { ListRow } from '../../../../webview-ui/src/list/list-row';

/** Returns a row with only the properties that a case needs. */
export function row(name: string, more: Partial<ListRow> = {}): ListRow {
  return {
    id: name,
    name,
    tag: null,
    cells: {},
    more: '',
    spoken: name,
    outcome: null,
    unfit: null,
    foundBy: '',
    ranges: [],
    ...more,
  };
}
