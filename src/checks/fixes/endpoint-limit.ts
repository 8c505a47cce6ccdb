import { valueOr } from '../../core/known';
import { findSubnet, nameOf, sameId } from '../../core/network/find';
import { reason, type Reason } from '../../core/reason';
import { nameSources } from '../name-servers';
import { servicesOf } from '../settings/services-of';
import type { DraftContext } from './draft-context';
import { emptyDraft } from './draft';
import { endpointSubnetFor } from './endpoint-subnet';
import { zonesFor } from './endpoint-zones';
import type { FixInput } from './fix-input';

/** Sub-resources whose endpoint would fix a requirement, and the part of the workspace that they belong to. */
const endpointsByRequirement: Readonly<Record<string, readonly [of: Target, groups: readonly string[]]>> = {
  'npip-requires-private-endpoint': ['workspace', ['amlworkspace']],
  'cluster-cross-region-connectivity': ['workspace', ['amlworkspace']],
  'computes-in-pe-vnet': ['workspace', ['amlworkspace']],
  'serverless-npip-ip-allowlist': ['workspace', ['amlworkspace']],
  'instance-selected-networks': ['workspace', ['amlworkspace']],
  'storage-private-endpoint-subresources': ['storage', ['blob', 'file']],
  'keyvault-network': ['keyVault', ['vault']],
  'acr-network-placement': ['registry', ['registry']],
};

type Target = 'workspace' | 'storage' | 'keyVault' | 'registry';

/** Returns why no private endpoint passed the test although one would be the fix; undefined if no reason is certain. */
export function endpointLimit(id: string, input: FixInput): Reason | undefined {
  const context = contextOf(input);
  const [of, groups = []] = endpointsByRequirement[id] ?? [];
  const target = of && context?.services && targetOf(of, context.services);
  if (!context || !of || target === undefined) return undefined;
  const required = { of, target, groups };
  const limits = [premiumLimit, waitingLimit, roomLimit, serverLimit, zoneLimit];
  return limits.map((limit) => limit(context, required)).find((one) => one !== undefined);
}

interface RequiredEndpoints {
  readonly of: Target;
  readonly target: string;
  readonly groups: readonly string[];
}

function contextOf(input: FixInput): DraftContext | undefined {
  const { model, plan, facts } = input;
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  return place && { model, plan, tags: facts.tags, place, services: servicesOf(input) };
}

function targetOf(of: Target, services: NonNullable<DraftContext['services']>): string | undefined {
  if (of === 'workspace') return services.workspaceId;
  const service = services[of];
  return service.known ? service.value?.id : undefined;
}

/**
 * Returns the limit of a registry below Premium. It doesn't support private endpoints, and Azure ML requires Premium
 * with private link.
 */
function premiumLimit({ services }: DraftContext, { of }: RequiredEndpoints): Reason | undefined {
  if (of !== 'workspace' && of !== 'registry') return undefined;
  const registry = services?.registry.known ? services.registry.value : null;
  if (!registry?.sku.known || registry.sku.value.toLowerCase() === 'premium') return undefined;
  return reason('fix.limit.premium', { name: registry.name, sku: registry.sku.value });
}

function waitingLimit({ model, place }: DraftContext, { target }: RequiredEndpoints): Reason | undefined {
  const found = valueOr(model.privateEndpoints, []).find(
    (one) =>
      one.notApproved !== undefined &&
      sameId(one.targetId, target) &&
      place.network.subnets.some(({ id }) => sameId(id, one.subnetId)),
  );
  return found && reason('fix.limit.approval', { name: found.name, target: nameOf(target) });
}

function roomLimit(context: DraftContext, { groups }: RequiredEndpoints): Reason | undefined {
  const { network } = context.place;
  return endpointSubnetFor(emptyDraft, context, groups)
    ? undefined
    : reason('fix.limit.endpointRoom', { network: network.name });
}

function serverLimit({ model, place }: DraftContext): Reason | undefined {
  const sources = valueOr(nameSources(model, place.network), []);
  const servers = sources.flatMap((one) => (one.is === 'server' ? one.address : []));
  return servers.length > 0 ? reason('fix.limit.servers', { servers }) : undefined;
}

/** Returns the limit if all zones were read and none can contain the addresses. */
function zoneLimit(context: DraftContext, { target, groups }: RequiredEndpoints): Reason | undefined {
  const { services, place } = context;
  const areRead =
    services?.zones.unread === undefined && services?.zones.found.every((one) => one.linkedNetworks.known);
  const isZoneInUse = groups.some((group) => zonesFor({ target, group }, context) === undefined);
  return areRead === true && isZoneInUse
    ? reason('fix.limit.zoneTaken', { target: nameOf(target), network: place.network.name })
    : undefined;
}
