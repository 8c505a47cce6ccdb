import type { TargetList, TargetRow } from '@contract/wizard/attach';
import type { ListRow } from '../list/list-row';

export function targetRows(list: TargetList | null): ListRow[] {
  return (list?.rows ?? []).map(targetRow);
}

function targetRow({ id, name, resourceGroup, region, subnet, outcome, unfit, spoken }: TargetRow): ListRow {
  return {
    id,
    name,
    tag: null,
    cells: { group: resourceGroup, region, subnet },
    more: [resourceGroup, region, subnet].join(' · '),
    spoken,
    outcome,
    unfit,
    foundBy: '',
    ranges: [],
  };
}
