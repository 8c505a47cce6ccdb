import { endpointAddressCount } from '../../core/azure-facts/endpoint-addresses';
import { valueOr } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId, Subnet } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { EndpointChange } from '../../core/service-change';
import { regionOf } from '../../core/unstated-region';
import { accessTo, serviceEndpointsInReach, type ServiceQuery } from '../service-access';
import { withPart, type Draft } from './draft';
import type { DraftContext } from './draft-context';
import { serviceIn } from './draft-services';
import { endpointSubnetFor } from './endpoint-subnet';
import { zoneGroupOf, zonesFor } from './endpoint-zones';
import { newResourceId } from './new-resource-id';

/** Drafts a private endpoint for the workspace in the compute resource's network. */
export function draftWorkspaceEndpoint(draft: Draft, context: DraftContext): Draft | undefined {
  const { services } = context;
  if (!services) return undefined;
  const { publicAccess, workspaceId, endpointIds } = services;
  const isFirst = endpointIds.known && endpointIds.value.length === 0;
  const open = publicAccess.known && publicAccess.value ? 'open' : 'shut';
  return draftEndpoints(draft, context, {
    target: workspaceId,
    groups: ['amlworkspace'],
    notes: isFirst ? [reason(`endpoint.note.${open}`, { workspace: nameOf(workspaceId) })] : [],
    // The note covers what Microsoft advises while public access stays enabled.
    bears: isFirst ? ['private-link-public-access-features'] : [],
  });
}

/** Drafts endpoints for a storage account that can't be reached without one, or that has only some of the endpoints. */
export function draftStorageEndpoints(draft: Draft, context: DraftContext): Draft | undefined {
  const service = serviceIn(context, 'storage');
  if (!service) return undefined;
  const query: ServiceQuery = { service, groups: ['blob', 'file'], serviceEndpoint: 'Microsoft.Storage' };
  const lacking = (groups: readonly string[]): readonly string[] =>
    groups.filter(
      (group) => serviceEndpointsInReach({ service, groups: [group] }, context).found.length === 0,
    );
  const needed = lacking(['blob', 'file']);
  const access = accessTo(query, context).is;
  if (access !== 'closed' && access !== 'perimeter' && access !== 'endpoints') return undefined;
  if (needed.length === 0) {
    return draftEndpoints(draft, context, { target: service.id, groups: lacking(['queue', 'table']) });
  }
  return draftEndpoints(draft, context, {
    target: service.id,
    groups: needed,
    notes: [reason('endpoint.note.situational', { name: service.name })],
    bears: ['storage-private-endpoint-subresources'],
  });
}

export function draftVaultEndpoint(draft: Draft, context: DraftContext): Draft | undefined {
  const service = serviceIn(context, 'keyVault');
  if (!service) return undefined;
  return ofClosed(draft, context, { service, groups: ['vault'], serviceEndpoint: 'Microsoft.KeyVault' });
}

/** Drafts an endpoint for a container registry. Only a Premium registry supports private endpoints. */
export function draftRegistryEndpoint(draft: Draft, context: DraftContext): Draft | undefined {
  const registry = context.services?.registry;
  const service = registry?.known ? registry.value : null;
  if (!service?.sku.known || service.sku.value.toLowerCase() !== 'premium') return undefined;
  const serviceEndpoint = 'Microsoft.ContainerRegistry';
  return ofClosed(draft, context, { service, groups: ['registry'], serviceEndpoint });
}

function ofClosed(draft: Draft, context: DraftContext, query: ServiceQuery): Draft | undefined {
  const access = accessTo(query, context).is;
  if (access !== 'closed' && access !== 'perimeter') return undefined;
  return draftEndpoints(draft, context, { target: query.service.id, groups: query.groups });
}

interface EndpointRequest {
  readonly target: ResourceId;
  readonly groups: readonly string[];
  readonly notes?: readonly Reason[];
  readonly bears?: readonly string[];
}

/** Drafts an endpoint for each sub-resource, or none: a part of them would incur costs without fixing anything. */
function draftEndpoints(draft: Draft, context: DraftContext, requested: EndpointRequest): Draft | undefined {
  const { place } = context;
  const location = regionOf(place.network.location);
  const home = endpointSubnetFor(draft, context, requested.groups);
  if (location === undefined || !home || requested.groups.length === 0) return undefined;
  const parts = requested.groups.map((group) =>
    endpointPart(context, { ...requested, group, home, location }),
  );
  return parts.reduce<Draft | undefined>(
    (now, drafted) => now && drafted && withPart(now, drafted.key, drafted.part),
    draft,
  );
}

type OneEndpoint = EndpointRequest & {
  readonly group: string;
  readonly home: Subnet;
  readonly location: string;
};

function endpointPart(context: DraftContext, requested: OneEndpoint) {
  const { model, place } = context;
  const { target, group, home, location, notes = [], bears = [] } = requested;
  const zones = zonesFor({ target, group }, context);
  if (!zones || !model.privateEndpoints.known || isEndpointRequested(requested, context)) return undefined;
  const id = newResourceId(place, {
    type: 'privateEndpoints',
    name: group === 'amlworkspace' ? `pe-${nameOf(target)}` : `pe-${nameOf(target)}-${group}`,
    usedIds: model.privateEndpoints.value.map((one) => one.id),
  });
  const after = { location, subnet: home.id, target, group };
  const endpoint: EndpointChange = { type: 'endpoint', id, before: null, after };
  const kept = zones.keeping.length > 0 ? [zoneGroupOf(id, zones.keeping)] : [];
  const part = {
    // Links come last: a zone must contain the addresses before names resolve in it.
    changes: [...zones.created, endpoint, ...kept, ...zones.links],
    notes: [
      reason('endpoint.note.billed', { name: nameOf(id), n: endpointAddressCount(group), subnet: home.name }),
      reason('endpoint.note.names', { target: nameOf(target), network: place.network.name }),
      reason('endpoint.note.approval', { target: nameOf(target) }),
      ...notes,
      ...zones.notes,
    ],
    beside: true,
    bears,
  } as const;
  return { key: `endpoint ${target} ${group}`.toLowerCase(), part };
}

/** True if an endpoint is already waiting for approval, or was rejected. It isn't requested again. */
function isEndpointRequested({ target, group }: OneEndpoint, { model, place }: DraftContext): boolean {
  return valueOr(model.privateEndpoints, []).some(
    (one) =>
      one.notApproved !== undefined &&
      sameId(one.targetId, target) &&
      one.groups.some((each) => each.toLowerCase() === group) &&
      place.network.subnets.some(({ id }) => sameId(id, one.subnetId)),
  );
}
