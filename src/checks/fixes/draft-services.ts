import { knownTraits } from '../../core/compute-kinds';
import type { FixFlow } from '../../core/fix';
import { nameOf } from '../../core/network/find';
import type { PlanToCheck } from '../../core/plan';
import { reason, type Reason } from '../../core/reason';
import { subnetWith } from '../../core/resource-change';
import type { DataServiceChange, DataServiceType } from '../../core/service-change';
import type { BuildCompute, DataService } from '../../core/services/services';
import { accessTo, type ServiceQuery } from '../service-access';
import { hasGpu } from '../settings/image-builder';
import { partChanges, withPart, type Draft } from './draft';
import type { DraftContext } from './draft-context';

interface AccessQuery extends ServiceQuery {
  readonly type: DataServiceType;
}

/**
 * Drafts access for the subnet if a service allows selected subnets. A service that allows no subnet, or all callers,
 * stays as its owner configured it. The service endpoint comes first: Azure rejects a rule for a subnet without it.
 */
function draftAccess(draft: Draft, context: DraftContext, query: AccessQuery): Draft | undefined {
  const { place, model } = context;
  const { type, service, serviceEndpoint } = query;
  const access = accessTo(query, { model, place });
  const { serviceEndpoints, id, name } = place.subnet;
  if (access.is !== 'missing' || !serviceEndpoints.known) return undefined;
  const has = serviceEndpoints.value.some((one) => isEndpointOf(one, serviceEndpoint));
  const switchedOn = [...endpointsSet(draft, id, serviceEndpoints.value), serviceEndpoint];
  const rule = { before: { subnetRules: [] }, after: { subnetRules: [id] } };
  const addsRule = access.what === 'rule';
  return withPart(draft, `access ${service.id}`.toLowerCase(), {
    changes: [
      ...(has ? [] : [subnetWith(place.subnet, { serviceEndpoints: switchedOn })]),
      ...(addsRule ? [{ type, id: service.id, ...rule } satisfies DataServiceChange] : []),
    ],
    opens: addsRule ? [callsOf(service)] : [],
    notes: [
      ...(has ? [] : [reason('services.note.serviceEndpoint', { service: serviceEndpoint, subnet: name })]),
      ...(addsRule ? [reason('services.note.networkRuleAdded', { name: service.name, subnet: name })] : []),
    ],
    changesNoFlow: true,
  });
}

/** True for the service endpoint. `Microsoft.Storage.Global` also serves accounts in other regions. */
function isEndpointOf(one: string, service: string): boolean {
  return [service, `${service}.global`].some((name) => name.toLowerCase() === one.toLowerCase());
}

/**
 * Returns the service endpoints that the draft sets. The list is replaced as a whole, so it includes those of other
 * parts of the draft.
 */
function endpointsSet(draft: Draft, subnetId: string, now: readonly string[]): readonly string[] {
  const set = partChanges(draft).flatMap((one) =>
    one.type === 'subnet' && one.id === subnetId ? (one.after?.serviceEndpoints ?? []) : [],
  );
  return [...new Set([...now, ...set])];
}

function callsOf({ name }: DataService): FixFlow {
  return { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: name, ranges: 1 };
}

/** Drafts access to the workspace's storage account for the subnet. */
export function draftStorageAccess(draft: Draft, context: DraftContext): Draft | undefined {
  const service = serviceIn(context, 'storage');
  const query = { type: 'storage', groups: ['blob', 'file'], serviceEndpoint: 'Microsoft.Storage' } as const;
  return service && draftAccess(draft, context, { service, ...query });
}

/** Drafts access to the key vault. A vault whose rules allow the subnet also has to trust Azure services. */
export function draftVaultAccess(draft: Draft, context: DraftContext): Draft | undefined {
  const service = serviceIn(context, 'keyVault');
  if (!service) return undefined;
  const query = {
    type: 'keyVault',
    service,
    groups: ['vault'],
    serviceEndpoint: 'Microsoft.KeyVault',
  } as const;
  const access = accessTo(query, context);
  return access.is === 'subnet' ? draftTrust(draft, context, 'keyVault') : draftAccess(draft, context, query);
}

/**
 * Drafts access to the container registry. Rules for subnets are in preview there, so only the service endpoint is
 * turned on.
 */
export function draftRegistryAccess(draft: Draft, context: DraftContext): Draft | undefined {
  const service = serviceIn(context, 'registry');
  if (!service) return undefined;
  const query = {
    type: 'registry',
    service,
    groups: ['registry'],
    serviceEndpoint: 'Microsoft.ContainerRegistry',
  } as const;
  const access = accessTo(query, context);
  return access.is === 'missing' && access.what === 'endpoint'
    ? draftAccess(draft, context, query)
    : undefined;
}

export function draftStorageTrust(draft: Draft, context: DraftContext): Draft | undefined {
  return draftTrust(draft, context, 'storage');
}

export function draftRegistryTrust(draft: Draft, context: DraftContext): Draft | undefined {
  return draftTrust(draft, context, 'registry');
}

export function serviceIn({ services }: DraftContext, which: DataServiceType): DataService | undefined {
  const found = services?.[which];
  return found?.known && found.value ? found.value : undefined;
}

function draftTrust(draft: Draft, context: DraftContext, type: DataServiceType): Draft | undefined {
  const service = serviceIn(context, type);
  if (!service?.trustsAzure.known || service.trustsAzure.value) return undefined;
  const { id, name } = service;
  return withPart(draft, `trust ${id}`.toLowerCase(), {
    changes: [{ type, id, before: { trustsAzure: false }, after: { trustsAzure: true } }],
    notes: [reason('services.note.trusted', { name })],
    changesNoFlow: true,
  });
}

/**
 * Drafts the planned cluster as the image builder, by its name: Microsoft's templates reference it before it exists. A
 * builder that is already set is its owner's choice, unless it doesn't exist.
 */
export function draftBuilder(draft: Draft, { plan, services }: DraftContext): Draft | undefined {
  const before = services?.buildCompute;
  const builder = plannedBuilder(plan);
  if (!services || !before?.known || before.value?.isThere === true || !builder) return undefined;
  return withPart(draft, 'builder', {
    changes: [
      {
        type: 'workspace',
        id: services.workspaceId,
        before: { buildCompute: before.value },
        after: { buildCompute: builder },
      },
    ],
    notes: builderNotes(builder, services.workspaceId, before.value),
    changesNoFlow: true,
  });
}

/** Returns the planned cluster as an image builder; undefined if it can't be one, or if too little of it is known. */
function plannedBuilder({ kind, name, subnetId, vmSize }: PlanToCheck): BuildCompute | undefined {
  if (knownTraits(kind).buildsImages !== true || name === null || subnetId === null) return undefined;
  if (typeof vmSize !== 'string' || hasGpu(vmSize)) return undefined;
  return { name, isThere: false, isCluster: true, subnetId, vmSize };
}

function builderNotes(
  { name }: BuildCompute,
  workspaceId: string,
  before: BuildCompute | null,
): readonly Reason[] {
  const named = reason('services.note.builder', { name, workspace: nameOf(workspaceId) });
  return before === null ? [named, reason('services.note.builderStays')] : [named];
}
