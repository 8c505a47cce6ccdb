import {
  diagnosisAreas,
  type DiagnosisArea,
  type DiagnosisResult,
  type WorkspaceDiagnosis,
  type WorkspaceHost,
} from '../../core/diagnosis';
import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { badResponse } from '../failure';
import { jsonAt, isJsonObject, listAt, numberAt, textAt, type Json, type JsonObject } from '../json';
import { knownPart } from '../known-part';
import { sendRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { resultWhenDone } from '../poll-until-done';
import { workspaceApiVersion } from './read-workspaces';

/** Members of the response (workspaces diagnose, API version 2022-10-01 and later). */
const members: Readonly<Record<DiagnosisArea, string>> = {
  routes: 'userDefinedRouteResults',
  rules: 'networkSecurityRuleResults',
  locks: 'resourceLockResults',
  names: 'dnsResolutionResults',
  storage: 'storageAccountResults',
  keyVault: 'keyVaultResults',
  registry: 'containerRegistryResults',
  monitoring: 'applicationInsightsResults',
  other: 'otherResults',
};

/**
 * Reads Azure's own diagnosis of a workspace, and Azure's list of the hosts that the workspace calls. Both requests
 * change nothing. The diagnosis can take minutes.
 */
export function readDiagnosis(
  clients: Clients,
  workspaceId: ResourceId,
  stop: AbortSignal,
): Promise<WorkspaceDiagnosis> {
  return clients.within('write', stop, async (signal) => {
    const [results, hosts] = await Promise.all([
      knownPart(workspaceId, () => diagnose(clients, workspaceId, signal)),
      knownPart(workspaceId, () => hostsOf(clients, workspaceId, signal)),
    ]);
    return { results, hosts };
  });
}

async function diagnose(
  clients: Clients,
  workspaceId: ResourceId,
  signal: AbortSignal,
): Promise<readonly DiagnosisResult[]> {
  const sender = clients.learning(resourceParts(workspaceId).subscriptionId);
  const url = urlOf(clients.endpoint, `${workspaceId}/diagnose`, workspaceApiVersion);
  const started = await sendRaw(sender, { url, method: 'POST', body: { value: {} }, signal });
  return toResults(await resultWhenDone(sender, started, signal));
}

/** Converts the diagnosis. Throws if the response isn't one: an empty list would mean that nothing is wrong. */
export function toResults(body: JsonObject): readonly DiagnosisResult[] {
  const value = jsonAt(body, 'value');
  if (!isJsonObject(value)) throw badResponse('malformed');
  const results = diagnosisAreas.flatMap((area) => resultsIn(value[members[area]], area));
  if (results.length > mostResults) throw badResponse('endless');
  return results;
}

/** Limits beyond what a page could show. A workspace has only a few results. */
const mostResults = 1000;
const longestText = 20_000;

function resultsIn(list: Json | undefined, area: DiagnosisArea): readonly DiagnosisResult[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw badResponse('malformed');
  return (list as readonly Json[]).map((one) => {
    if (!isJsonObject(one)) throw badResponse('malformed');
    const [code = '', message = ''] = [textAt(one, 'code'), textAt(one, 'message')];
    if (code.length + message.length > longestText) throw badResponse('large');
    return { area, code, level: levelOf(textAt(one, 'level')), message };
  });
}

function levelOf(text: string | undefined): DiagnosisResult['level'] {
  switch (text?.toLowerCase()) {
    case 'error':
      return 'error';
    case 'information':
      return 'info';
    default:
      return 'warning';
  }
}

/** Reads Azure's list of the hosts that a workspace calls. */
export function readHosts(
  clients: Clients,
  workspaceId: ResourceId,
  stop: AbortSignal,
): Promise<readonly WorkspaceHost[]> {
  return clients.within('list', stop, (signal) => hostsOf(clients, workspaceId, signal));
}

async function hostsOf(
  clients: Clients,
  workspaceId: ResourceId,
  signal: AbortSignal,
): Promise<readonly WorkspaceHost[]> {
  const sender = clients.learning(resourceParts(workspaceId).subscriptionId);
  const id = `${workspaceId}/outboundNetworkDependenciesEndpoints`;
  const { body } = await sendRaw(sender, { url: urlOf(clients.endpoint, id, workspaceApiVersion), signal });
  return toHosts(body);
}

/** Converts the list of hosts. Throws if the response isn't one. */
export function toHosts(body: JsonObject): readonly WorkspaceHost[] {
  const value = jsonAt(body, 'value');
  if (!Array.isArray(value)) throw badResponse('malformed');
  const hosts = (value as readonly Json[]).flatMap((group) => {
    const category = textAt(group, 'properties', 'category') ?? '';
    return listAt(group, 'properties', 'endpoints').flatMap((one) => toHost(category, one));
  });
  if (hosts.length > mostHosts) throw badResponse('endless');
  return hosts;
}

/** Maximum number of hosts. A workspace calls about 50. */
const mostHosts = 5000;

/** Pattern of a host name. Items of Azure's list that don't match are omitted. */
const aHost = /^(?:\*\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10}$/;

function toHost(category: string, endpoint: Json): readonly WorkspaceHost[] {
  const host = textAt(endpoint, 'domainName')?.trim().toLowerCase() ?? '';
  if (!aHost.test(host)) return [];
  const ports = listAt(endpoint, 'endpointDetails').flatMap((one) => numberAt(one, 'port') ?? []);
  return [{ category, host, ports }];
}
