import type { PageSay } from '@messages/page-say';
import type { ListColumn } from '../list/list-row';

/**
 * Order in which columns are dropped if there is little room: addresses first, then resource groups. Name, region, and
 * status are never dropped.
 */
const dropOrder = { addresses: 1, group: 2, details: 3, kind: 4, access: 5, free: 6 } as const;

/** Returns the columns. The kind has a column only if not all are plain workspaces. */
export function workspaceColumns(say: PageSay, hasKinds: boolean): ListColumn[] {
  return [
    nameColumn(say),
    ...(hasKinds
      ? [{ id: 'kind', label: say('page.column.kind'), least: 90, grow: 1.5, dropOrder: dropOrder.kind }]
      : []),
    groupColumn(say),
    regionColumn(say),
    {
      id: 'privateLink',
      label: say('page.column.privateLink'),
      means: say('term.privateEndpoint'),
      least: 76,
      grow: 0.5,
      dropOrder: dropOrder.access,
    },
  ];
}

export function networkColumns(say: PageSay): ListColumn[] {
  return [
    nameColumn(say),
    groupColumn(say),
    regionColumn(say),
    addressColumn(say),
    {
      id: 'subnets',
      label: say('page.column.subnets'),
      least: 84,
      grow: 0,
      numeric: true,
      dropOrder: dropOrder.details,
    },
  ];
}

export function subnetColumns(say: PageSay): ListColumn[] {
  return [
    nameColumn(say),
    addressColumn(say),
    {
      id: 'free',
      label: say('page.column.free'),
      least: 44,
      grow: 0,
      numeric: true,
      dropOrder: dropOrder.free,
    },
    {
      id: 'securityGroup',
      label: say('page.column.securityGroup'),
      means: say('term.securityGroup'),
      least: 96,
      grow: 1.5,
      dropOrder: dropOrder.kind,
    },
    {
      id: 'routeTable',
      label: say('page.column.routeTable'),
      means: say('term.routeTable'),
      least: 90,
      grow: 1.3,
      dropOrder: dropOrder.details,
    },
    {
      id: 'outboundAccess',
      label: say('page.column.outboundAccess'),
      means: say('term.outboundAccess'),
      least: 100,
      grow: 1.5,
      dropOrder: dropOrder.access,
    },
  ];
}

export function targetColumns(say: PageSay): ListColumn[] {
  return [
    nameColumn(say),
    groupColumn(say),
    regionColumn(say),
    { id: 'subnet', label: say('page.column.subnet'), least: 110, grow: 2, dropOrder: dropOrder.details },
  ];
}

function nameColumn(say: PageSay): ListColumn {
  return { id: 'name', label: say('page.column.name'), least: 0, grow: 0.5 };
}

function groupColumn(say: PageSay): ListColumn {
  return { id: 'group', label: say('page.column.group'), least: 100, grow: 1.5, dropOrder: dropOrder.group };
}

function regionColumn(say: PageSay): ListColumn {
  return { id: 'region', label: say('page.column.region'), least: 88, grow: 1 };
}

function addressColumn(say: PageSay): ListColumn {
  return {
    id: 'addresses',
    label: say('page.column.addresses'),
    least: 104,
    grow: 1,
    mono: true,
    dropOrder: dropOrder.addresses,
  };
}
