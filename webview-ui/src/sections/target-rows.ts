import type { TargetList, TargetRow } from '@contract/wizard/attach';
import type { ListRow } from '../list/list-row';

export function targetRows(list: TargetList | null): ListRow[] {
  return (list?.rows ?? []).map(targetRow);
}

function targetRow({ resourceGroup, region, subnet, ...shown }: TargetRow): ListRow {
  return {
    ...shown,
    tag: null,
    cells: { group: resourceGroup, region, subnet },
    foundBy: '',
    ranges: [],
  };
}
