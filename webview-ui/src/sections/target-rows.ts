import type { TargetList, TargetRow } from '@contract/wizard/attach';
import type { PageSay } from '@messages/page-say';
import type { ListColumn, ListRow } from '../list/list-row';

export function targetColumns(say: PageSay): ListColumn[] {
  return [
    { id: 'name', label: say('page.column.name'), width: 'minmax(0, 1.8fr)' },
    { id: 'group', label: say('page.column.group'), width: 'minmax(0, 1.6fr)', needs: 'plenty' },
    { id: 'region', label: say('page.column.region'), width: 'minmax(0, 1.1fr)', needs: 'some' },
    { id: 'subnet', label: say('page.column.subnet'), width: 'minmax(0, 2fr)' },
  ];
}

export function targetRows(list: TargetList | null): ListRow[] {
  return (list?.rows ?? []).map(targetRow);
}

function targetRow({ id, name, resourceGroup, region, subnet, outcome, unfit, spoken }: TargetRow): ListRow {
  return {
    id,
    name,
    cells: { group: resourceGroup, region, subnet },
    more: [resourceGroup, region, subnet].join(' · '),
    spoken,
    outcome,
    unfit,
    foundBy: '',
    ranges: [],
  };
}
