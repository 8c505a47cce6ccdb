import { nameOf } from '../../core/network/find';
import { known, unknown, type Known } from '../../core/known';
import type { ManagedNetwork } from '../../core/plan';
import { reason } from '../../core/reason';
import type { WorkspaceAccess } from '../../core/services/services';
import { jsonAt, isJsonObject, listAt, textAt, type Json, type JsonObject } from '../json';
import type { OutboundRule, WorkspaceKind, WorkspaceSummary } from '../ports';
import { resourceParts } from '../resource-parts';
import { workspaceParts } from '../services/to-workspace-parts';

/** Converts a workspace's body. Omitted members are unknown, because older API versions don't return them. */
export function toWorkspace(body: JsonObject): WorkspaceSummary {
  const id = textAt(body, 'id') ?? '';
  const name = textAt(body, 'name') ?? '';
  const location = textAt(body, 'location');
  const guid = textAt(body, 'properties', 'workspaceId');
  const firewallSku = textAt(body, 'properties', 'managedNetwork', 'firewallSku');
  return {
    id,
    name,
    ...resourceParts(id),
    location: location === undefined ? notRead(name) : known(location.toLowerCase().replaceAll(' ', '')),
    hasPrivateEndpoint: privateEndpoint(body, name),
    managedNetwork: managedNetwork(body, name),
    managedNetworkSetUp: managedNetworkSetUp(body, name),
    access: accessOf(body),
    highBusinessImpact: hasHighBusinessImpact(body, name),
    kind: workspaceKinds[textAt(body, 'kind')?.toLowerCase() ?? ''] ?? 'workspace',
    ...(guid === undefined ? {} : { guid }),
    ...(firewallSku === undefined ? {} : { firewallSku }),
    hubId: textAt(body, 'properties', 'hubResourceId') ?? null,
    endpointIds: approved(body).flatMap((one) => textAt(one, 'properties', 'privateEndpoint', 'id') ?? []),
    outboundRules: outboundRules(jsonAt(body, 'properties', 'managedNetwork', 'outboundRules')),
  };
}

/** `kind` as ARM spells it. `Default` and unknown kinds are plain workspaces. */
const workspaceKinds: Readonly<Record<string, WorkspaceKind>> = {
  hub: 'hub',
  project: 'project',
  featurestore: 'feature-store',
};

function accessOf(body: JsonObject): WorkspaceAccess {
  const { publicAccess, addressList } = workspaceParts(body);
  return { publicAccess, addressList };
}

function notRead(name: string): Known<never> {
  return unknown(reason('unknown.notRead', { name }));
}

function approved(body: JsonObject): readonly Json[] {
  return listAt(body, 'properties', 'privateEndpointConnections').filter(
    (one) => textAt(one, 'properties', 'privateLinkServiceConnectionState', 'status') === 'Approved',
  );
}

function privateEndpoint(body: JsonObject, name: string): Known<boolean> {
  const list = jsonAt(body, 'properties', 'privateEndpointConnections');
  return Array.isArray(list) ? known(approved(body).length > 0) : notRead(name);
}

const modes: Readonly<Record<string, ManagedNetwork>> = {
  disabled: 'disabled',
  allowinternetoutbound: 'allow-internet-outbound',
  allowonlyapprovedoutbound: 'allow-only-approved-outbound',
};

/**
 * Returns the managed virtual network. If the API version knows the member and the body omits it, the workspace doesn't
 * have one.
 */
function managedNetwork(body: JsonObject, name: string): Known<ManagedNetwork> {
  const mode = textAt(body, 'properties', 'managedNetwork', 'isolationMode');
  if (mode === undefined) return known('disabled');
  const found = modes[mode.toLowerCase()];
  return found === undefined ? notRead(name) : known(found);
}

function managedNetworkSetUp(body: JsonObject, name: string): Known<boolean> {
  const status = textAt(body, 'properties', 'managedNetwork', 'status', 'status');
  return status === undefined ? notRead(name) : known(status === 'Active');
}

function hasHighBusinessImpact(body: JsonObject, name: string): Known<boolean> {
  const value = jsonAt(body, 'properties', 'hbiWorkspace');
  return typeof value === 'boolean' ? known(value) : value === undefined ? known(false) : notRead(name);
}

/** Returns the outbound rules from the workspace's body, by name. */
function outboundRules(rules: Json | undefined): readonly OutboundRule[] {
  if (!isJsonObject(rules)) return [];
  return Object.entries(rules).flatMap(([name, rule]) => {
    const kind = kindOf(textAt(rule, 'type'));
    if (kind === undefined) return [];
    return [{ name, kind, destination: destinationOf(rule), state: textAt(rule, 'status') ?? '' }];
  });
}

function kindOf(type: string | undefined): OutboundRule['kind'] | undefined {
  return (['FQDN', 'PrivateEndpoint', 'ServiceTag'] as const).find((one) => one === type);
}

/** Returns a destination such as “striskprod, blob”, “pypi.org”, or “AzureMonitor TCP 443”. */
function destinationOf(rule: Json): string {
  const host = textAt(rule, 'destination');
  if (host !== undefined) return host;
  const resource = textAt(rule, 'destination', 'serviceResourceId');
  if (resource !== undefined) {
    const name = nameOf(resource);
    const part = textAt(rule, 'destination', 'subresourceTarget');
    return part === undefined ? name : `${name}, ${part}`;
  }
  const words = ['serviceTag', 'protocol', 'portRanges'].map((one) => textAt(rule, 'destination', one));
  return words.filter(Boolean).join(' ');
}
