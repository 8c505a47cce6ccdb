import { formatIpv4 } from '../../core/addresses/ipv4';
import { parsePrefix } from '../../core/addresses/prefix';
import { bodyText, type BodyJson, type BodyObject } from '../body-json';
import { nodeNetworkOf } from '../nodes/node-network';
import { everyStop, type Stop } from '../nodes/reach';
import { ok, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import { childListOf } from './child-lists';
import { inItem, readsOf } from './plain-resources';

const watcherType = 'Microsoft.Network/networkWatchers';
const logWorkspaceType = 'Microsoft.OperationalInsights/workspaces';

/** Routes for network watchers with their flow logs, and the VNet flow log records in traffic analytics. */
export const flowLogRoutes: readonly RequestRoute[] = [
  ...readsOf(watcherType),
  childListOf(`${watcherType}/flowLogs`),
  defineRoute(
    `POST /subscriptions/:subscription/resourceGroups/:group/providers/${logWorkspaceType}/:name/api/query`,
    inItem(logWorkspaceType, query),
  ),
];

/** The columns of the query with their types in Log Analytics. */
const columns: readonly BodyObject[] = [
  { name: 'FlowDirection', type: 'string' },
  { name: 'L4Protocol', type: 'string' },
  { name: 'DestPort', type: 'int' },
  { name: 'AclGroup', type: 'string' },
  { name: 'AclRule', type: 'string' },
  { name: 'Flows', type: 'long' },
  { name: 'Last', type: 'datetime' },
  { name: 'Far', type: 'string' },
];

/** Supports a single query: traffic that machines of the given subnet prefixes sent and an NSG denied. */
function query({ world, request }: RouteCall): Reply {
  const text = bodyText(request.body, 'query') ?? '';
  const prefixes = [...text.matchAll(/"(\d+\.\d+\.\d+\.\d+\/\d+)"/g)].map(([, prefix = '']) => prefix);
  const subnets = world.store
    .all('Microsoft.Network/virtualNetworks/subnets')
    .filter(({ properties }) => prefixes.includes(bodyText(properties, 'addressPrefix') ?? ''));
  const rows = text.startsWith('NTANetAnalytics') ? subnets.flatMap((one) => rowsOf(world, one)) : [];
  return ok({ tables: [{ name: 'PrimaryResult', columns: [...columns], rows }] });
}

function rowsOf(world: World, subnet: Item): BodyJson[] {
  const network = nodeNetworkOf(world, subnet);
  if (!network) return [];
  const first = parsePrefix(network.prefixes[0] ?? '')?.first ?? 0;
  const group = bodyText(subnet.properties, 'networkSecurityGroup', 'id') ?? '';
  return everyStop(world, network, {
    kind: 'AmlCompute',
    address: formatIpv4(first + 4),
    hasPublicAddress: false,
    workspaceId: '',
    storageId: undefined,
  }).flatMap((stop) => rowOf(world, stop, group));
}

function rowOf(world: World, { why, packet, probe }: Stop, group: string): BodyJson[] {
  const [, rule] = /^rule \d+ (.+)$/.exec(why) ?? [];
  if (rule === undefined) return [];
  const isOut = probe.direction === 'outbound';
  const far = formatIpv4(isOut ? packet.to : packet.from);
  const row = [
    isOut ? 'Outbound' : 'Inbound',
    probe.protocol,
    packet.toPort,
    group,
    rule,
    12,
    world.clock.text(),
    far,
  ];
  return [row];
}
