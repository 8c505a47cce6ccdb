import type { PageSay } from '@messages/page-say';
import type { ListColumn } from '../list/list-row';

/** The kind has a column where not all are plain workspaces. */
export function workspaceColumns(say: PageSay, hasKinds: boolean): ListColumn[] {
  return [
    { id: 'name', label: say('page.column.name'), width: 'minmax(0, 1.75fr)' },
    ...(hasKinds ? [{ id: 'kind', label: say('page.column.kind'), width: 'minmax(0, 2.2fr)' }] : []),
    { id: 'group', label: say('page.column.group'), width: 'minmax(0, 1.45fr)', needs: 'plenty' },
    { id: 'region', label: say('page.column.region'), width: 'minmax(0, 1.05fr)', needs: 'some' },
    {
      id: 'privateLink',
      label: say('page.column.privateLink'),
      means: say('term.privateEndpoint'),
      width: 'minmax(92px, 0.75fr)',
    },
    { id: 'network', label: say('page.column.network'), width: 'minmax(0, 2.35fr)' },
  ];
}

export function networkColumns(say: PageSay): ListColumn[] {
  return [
    { id: 'name', label: say('page.column.name'), width: 'minmax(0, 1.95fr)' },
    { id: 'group', label: say('page.column.group'), width: 'minmax(0, 1.65fr)', needs: 'plenty' },
    { id: 'region', label: say('page.column.region'), width: 'minmax(0, 1fr)', needs: 'some' },
    { id: 'addresses', label: say('page.column.addresses'), width: 'minmax(104px, 1.2fr)', mono: true },
    { id: 'subnets', label: say('page.column.subnets'), width: '84px', numeric: true, needs: 'some' },
  ];
}

export function subnetColumns(say: PageSay): ListColumn[] {
  return [
    { id: 'name', label: say('page.column.name'), width: 'minmax(0, 1.8fr)' },
    { id: 'addresses', label: say('page.column.addresses'), width: 'minmax(104px, 1.3fr)', mono: true },
    { id: 'free', label: say('page.column.free'), width: '40px', numeric: true },
    {
      id: 'securityGroup',
      label: say('page.column.securityGroup'),
      means: say('term.securityGroup'),
      width: 'minmax(0, 1.65fr)',
    },
    {
      id: 'routeTable',
      label: say('page.column.routeTable'),
      means: say('term.routeTable'),
      width: 'minmax(0, 1.45fr)',
      needs: 'plenty',
    },
    {
      id: 'outboundAccess',
      label: say('page.column.wayOut'),
      means: say('term.wayOut'),
      width: 'minmax(0, 1.6fr)',
      needs: 'some',
    },
  ];
}
