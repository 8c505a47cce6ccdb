import type { DroppedFlow, FlowLogEvidence } from '../../core/evidence';
import { formatPrefix, parsePrefix } from '../../core/addresses/prefix';
import { known, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import { directions } from '../../core/network/enums';
import type { ResourceId } from '../../core/network/model';
import { networkReadApiVersion } from './network-api-versions';
import { jsonAt, flagAt, isJsonObject, listAt, numberAt, textAt, type Json, type JsonObject } from '../json';
import { knownPart } from '../known-part';
import type { EvidencePlace } from '../ports';
import { rawList } from '../raw-list';
import { sendRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { badResponse } from '../failure';
import { toFailure } from '../to-failure';
import type { Reading } from './read-endpoint-addresses';

/** Queries go through the resource manager, so no other host receives a token. */
const queryApiVersion = '2020-08-01';

/**
 * Reads the flow logs of a subnet, its network, or its NSG, and the traffic that VNet flow logs recorded as denied in
 * the last day.
 */
export async function readFlowLogs(reading: Reading, place: EvidencePlace): Promise<FlowLogEvidence> {
  const logs = await logsAround(reading, place);
  const ofNetwork = logs.filter((one) => isOf(one, place.subnetId) || isOf(one, place.networkId));
  const { groupId } = place;
  const workspace = ofNetwork.map(workspaceOf).find((id) => id !== undefined);
  return {
    hasNsgLogs: groupId !== null && logs.some((one) => isOf(one, groupId)),
    drops: workspace === undefined ? null : await dropsIn(reading, place, workspace),
  };
}

/** Reads the flow logs of the region's network watchers. There can be several if resource groups were moved. */
async function logsAround(
  { clients, signal }: Reading,
  { networkId, location }: EvidencePlace,
): Promise<readonly JsonObject[]> {
  const { subscriptionId } = resourceParts(networkId);
  const sender = clients.rawNetwork(subscriptionId);
  const list = (id: string): Promise<readonly JsonObject[]> =>
    rawList(sender, urlOf(clients.endpoint, id, networkReadApiVersion), signal);
  const watchers = await list(`/subscriptions/${subscriptionId}/providers/Microsoft.Network/networkWatchers`);
  const ids = watchers
    .filter((one) => textAt(one, 'location')?.toLowerCase() === location)
    .flatMap((one) => textAt(one, 'id') ?? []);
  return (await Promise.all(ids.map((id) => list(`${id}/flowLogs`)))).flat();
}

function isOf(log: JsonObject, target: ResourceId): boolean {
  return (
    flagAt(log, 'properties', 'enabled') === true &&
    sameId(textAt(log, 'properties', 'targetResourceId') ?? '', target)
  );
}

const aWorkspace =
  /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/?#]{1,90}\/providers\/Microsoft\.OperationalInsights\/workspaces\/[^/?#]{1,63}$/i;

/** Returns the Log Analytics workspace of traffic analytics. Logs that are only in a storage account aren't read. */
function workspaceOf(log: JsonObject): ResourceId | undefined {
  const analytics = jsonAt(
    log,
    'properties',
    'flowAnalyticsConfiguration',
    'networkWatcherFlowAnalyticsConfiguration',
  );
  const id = textAt(analytics, 'workspaceResourceId') ?? '';
  return flagAt(analytics, 'enabled') === true && aWorkspace.test(id) ? id : undefined;
}

/** Queries denied flows; null if the workspace doesn't have a table of flows yet. */
async function dropsIn(
  reading: Reading,
  place: EvidencePlace,
  workspaceId: ResourceId,
): Promise<Known<readonly DroppedFlow[]> | null> {
  const drops = await knownPart(workspaceId, () =>
    queryDrops(reading, place, workspaceId).catch((error: unknown) => {
      if (toFailure(error).details.innerCodes?.includes(unknownTable) === true) return null;
      throw error;
    }),
  );
  return drops.known ? drops.value && known(drops.value) : drops;
}

/** Traffic analytics creates its table with the first record (traffic-analytics-schema; Log Analytics API errors). */
const unknownTable = 'SEM0100';

async function queryDrops(
  { clients, signal }: Reading,
  { prefixes }: EvidencePlace,
  workspaceId: ResourceId,
): Promise<readonly DroppedFlow[]> {
  const sender = clients.rawNetwork(resourceParts(workspaceId).subscriptionId);
  const url = urlOf(clients.endpoint, `${workspaceId}/api/query`, queryApiVersion);
  const body = { query: flowLogQuery(prefixes), timespan: 'P1D' };
  const headers = { prefer: 'response-v1=true' };
  const answer = await sendRaw(sender, { url, method: 'POST', body, headers, signal });
  return toDrops(answer.body);
}

const mostRows = 50;

/** Builds the query. Only address prefixes become part of it. Columns: NTANetAnalytics (traffic analytics schema). */
export function flowLogQuery(prefixes: readonly string[]): string {
  const ranges = prefixes.flatMap((text) => {
    const prefix = parsePrefix(text);
    return prefix ? [`"${formatPrefix(prefix)}"`] : [];
  });
  const list = `dynamic([${ranges.join(', ')}])`;
  return [
    'NTANetAnalytics',
    '| where SubType == "FlowLog" and FlowStatus == "Denied"',
    `| where ipv4_is_in_any_range(SrcIp, ${list}) or ipv4_is_in_any_range(DestIp, ${list})`,
    '| extend Far = iff(FlowDirection == "Outbound", coalesce(DestIp, tostring(split(DestPublicIps, "|")[0])), coalesce(SrcIp, tostring(split(SrcPublicIps, "|")[0])))',
    '| summarize Flows = count(), Last = max(TimeGenerated), Far = take_any(Far) by FlowDirection, L4Protocol, DestPort, AclGroup, AclRule',
    `| top ${String(mostRows)} by Flows`,
  ].join('\n');
}

/** Converts the rows by column name. Throws if the response isn't a table, or has other columns than requested. */
export function toDrops(body: JsonObject): readonly DroppedFlow[] {
  const [table] = [...listAt(body, 'tables'), ...listAt(body, 'Tables')].filter(isJsonObject);
  if (!table) throw badResponse('malformed');
  const columns = [...listAt(table, 'columns'), ...listAt(table, 'Columns')].map(
    (one) => textAt(one, 'name') ?? textAt(one, 'ColumnName') ?? '',
  );
  const rows = [...listAt(table, 'rows'), ...listAt(table, 'Rows')];
  if (rows.length > mostRows) throw badResponse('endless');
  return rows.map((row) => toDrop(asObject(columns, row)));
}

function asObject(columns: readonly string[], row: Json): JsonObject {
  if (!Array.isArray(row)) throw badResponse('malformed');
  const cells = row as readonly Json[];
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? null]));
}

function toDrop(row: JsonObject): DroppedFlow {
  const text = (name: string): string => textAt(row, name) ?? '';
  const direction = directions.find((one) => one.startsWith(text('FlowDirection').charAt(0).toUpperCase()));
  const [flows, last] = [numberAt(row, 'Flows'), text('Last')];
  const port = portOf(jsonAt(row, 'DestPort'));
  const isWhole = flows !== undefined && !Number.isNaN(Date.parse(last)) && port !== undefined;
  if (text('FlowDirection') === '' || !direction || !isWhole) throw badResponse('malformed');
  return {
    direction,
    protocol: protocols[text('L4Protocol').charAt(0).toUpperCase()] ?? text('L4Protocol'),
    port,
    far: text('Far'),
    group: text('AclGroup').split('/').at(-1) ?? '',
    rule: text('AclRule'),
    flows,
    last,
  };
}

/** Converts a port. Empty for protocols without ports; undefined if it isn't a port. */
function portOf(value: Json | undefined): string | undefined {
  const port = typeof value === 'number' ? String(value) : (value ?? '');
  return typeof port === 'string' && /^\d{0,5}$/.test(port) ? port : undefined;
}

const protocols: Readonly<Record<string, string>> = { T: 'TCP', U: 'UDP' };
