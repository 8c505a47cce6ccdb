import { knownTraits } from '../../core/compute-kinds';
import type { FixFlow, FixStep } from '../../core/fix';
import { nameOf } from '../../core/network/find';
import type { PlanToCheck } from '../../core/plan';
import { reason, type Reason } from '../../core/reason';
import type { BuildCompute, DataService } from '../../core/services/services';
import { accessTo, type ServiceQuery } from '../service-access';
import { hasGpu } from '../settings/image-builder';
import { withPart, type Draft } from './draft';
import type { DraftContext } from './draft-context';

/**
 * A service that lets named subnets in lets one more in; what lets in nobody that way, or everybody, stays as its owner
 * wants it. The service endpoint comes first: Azure refuses a rule for a subnet without it.
 */
function draftAccess(draft: Draft, context: DraftContext, asked: ServiceQuery): Draft | undefined {
  const { place, model } = context;
  const { service, serviceEndpoint } = asked;
  const access = accessTo(asked, { model, place });
  const { serviceEndpoints, id, name } = place.subnet;
  if (access.is !== 'lacks' || !serviceEndpoints.known) return undefined;
  const has = serviceEndpoints.value.some((one) => isEndpointOf(one, serviceEndpoint));
  const switchOn: FixStep = {
    do: 'set',
    at: id,
    property: 'serviceEndpoints',
    value: [...endpointsSet(draft, id, serviceEndpoints.value), serviceEndpoint],
  };
  const admits = access.what === 'rule';
  return withPart(draft, `access ${service.id}`.toLowerCase(), {
    makes: [],
    attaches: [
      ...(has ? [] : [switchOn]),
      ...(admits ? [{ do: 'admit', at: service.id, subnet: id } as const] : []),
    ],
    opens: admits ? [callsOf(service)] : [],
    closes: [],
    notes: [
      ...(has ? [] : [reason('services.note.serviceEndpoint', { service: serviceEndpoint, subnet: name })]),
      ...(admits ? [reason('services.note.admitted', { name: service.name, subnet: name })] : []),
    ],
    beside: true,
  });
}

/** `Microsoft.Storage.Global` serves accounts of other regions too. */
function isEndpointOf(one: string, service: string): boolean {
  return [service, `${service}.global`].some((name) => name.toLowerCase() === one.toLowerCase());
}

/** The list is replaced as a whole: what another part of the draft switches on stays in it. */
function endpointsSet({ parts }: Draft, subnetId: string, now: readonly string[]): readonly string[] {
  const set = [...parts.values()].flatMap((part) =>
    part.attaches.flatMap((one) =>
      one.do === 'set' && one.property === 'serviceEndpoints' && one.at === subnetId ? one.value : [],
    ),
  );
  return [...new Set([...now, ...set])];
}

function callsOf({ name }: DataService): FixFlow {
  return { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: name, ranges: 1 };
}

/** The workspace's own storage account, for the subnet. */
export function draftStorageAccess(draft: Draft, context: DraftContext): Draft | undefined {
  const service = serviceIn(context, 'storage');
  const asked = { groups: ['blob', 'file'], serviceEndpoint: 'Microsoft.Storage' } as const;
  return service && draftAccess(draft, context, { service, ...asked });
}

/** A vault whose rules let the subnet in has to trust Azure's services as well. */
export function draftVaultAccess(draft: Draft, context: DraftContext): Draft | undefined {
  const service = serviceIn(context, 'keyVault');
  if (!service) return undefined;
  const asked: ServiceQuery = { service, groups: ['vault'], serviceEndpoint: 'Microsoft.KeyVault' };
  const access = accessTo(asked, context);
  return access.is === 'subnet' ? draftTrust(draft, service) : draftAccess(draft, context, asked);
}

/** Rules for subnets are a preview of registries, so only the service endpoint is switched on. */
export function draftRegistryAccess(draft: Draft, context: DraftContext): Draft | undefined {
  const service = serviceIn(context, 'registry');
  if (!service) return undefined;
  const asked = { service, groups: ['registry'], serviceEndpoint: 'Microsoft.ContainerRegistry' } as const;
  const access = accessTo(asked, context);
  return access.is === 'lacks' && access.what === 'endpoint' ? draftAccess(draft, context, asked) : undefined;
}

export function draftStorageTrust(draft: Draft, context: DraftContext): Draft | undefined {
  return draftTrust(draft, serviceIn(context, 'storage'));
}

export function draftRegistryTrust(draft: Draft, context: DraftContext): Draft | undefined {
  return draftTrust(draft, serviceIn(context, 'registry'));
}

export function serviceIn(
  { services }: DraftContext,
  which: 'storage' | 'keyVault' | 'registry',
): DataService | undefined {
  const found = services?.[which];
  return found?.known && found.value ? found.value : undefined;
}

function draftTrust(draft: Draft, service: DataService | undefined): Draft | undefined {
  if (!service?.trustsAzure.known || service.trustsAzure.value) return undefined;
  const { id, name } = service;
  return withPart(draft, `trust ${id}`.toLowerCase(), {
    makes: [],
    attaches: [{ do: 'trust', at: id }],
    opens: [],
    closes: [],
    notes: [reason('services.note.trusted', { name })],
    beside: true,
  });
}

/**
 * The planned cluster itself, by its name: templates of Microsoft name it before it stands. One that is named already
 * is its owner's choice, unless it is none.
 */
export function draftBuilder(draft: Draft, { plan, services }: DraftContext): Draft | undefined {
  const before = services?.buildCompute;
  const builder = plannedBuilder(plan);
  if (!services || !before?.known || before.value?.isThere === true || !builder) return undefined;
  return withPart(draft, 'builder', {
    makes: [],
    attaches: [{ do: 'appoint', at: services.workspaceId, builder, before: before.value }],
    opens: [],
    closes: [],
    notes: builderNotes(builder, services.workspaceId, before.value),
    beside: true,
  });
}

/** The planned cluster as a builder; undefined where it cannot be one, or is not known well enough. */
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
