import { limits } from '../../core/azure-facts/limits';
import type { FixFlow } from '../../core/fix';
import { securityGroupOf, routeTableOf, nameOf, sameId } from '../../core/network/find';
import { reason } from '../../core/reason';
import { subnetWith, type NewRule } from '../../core/resource-change';
import { regionOf } from '../../core/unstated-region';
import type { FillContext } from '../fill-flow';
import { withPart, withRoute, type Draft } from './draft';
import { serviceZones, workspaceDnsZones } from '../settings/dns';
import type { DraftContext } from './draft-context';
import { draftEndpointAccess } from './draft-endpoint-access';
import {
  draftRegistryEndpoint,
  draftStorageEndpoints,
  draftVaultEndpoint,
  draftWorkspaceEndpoint,
} from './draft-endpoints';
import {
  draftBuilder,
  draftRegistryAccess,
  draftRegistryTrust,
  draftStorageAccess,
  draftStorageTrust,
  draftVaultAccess,
} from './draft-services';
import { draftOutboundAccess } from './draft-outbound-access';
import { newResourceId } from './new-resource-id';
import type { FixAlternative } from './fix-options';
import { formatAddressSet } from '../../core/addresses/address-set';
import { emptySet } from '../../core/addresses/interval-set';
import { routesOf } from '../default-route';
import { databricksElsewhere } from '../settings/databricks';
import type { PrivateEndpoint } from '../../core/network/model';
import { linksFor, type ZonesNeeded } from './draft-links';
import { zoneGroupOf, zonesFor } from './endpoint-zones';

type Drafter = (draft: Draft, context: DraftContext, alternative?: FixAlternative) => Draft | undefined;

/** Requirements whose fix isn't an allow rule for a flow. */
export const drafters: ReadonlyMap<string, Drafter> = new Map<string, Drafter>([
  ['egress-explicit-for-npip', draftOutboundAccess],
  ['default-outbound-new-vnets', draftOutboundAccess],
  ['route-internet-in-private-subnet', draftOutboundAccess],
  ['nat-gateway-compat', draftOutboundAccess],
  ['outbound-default-open', draftGroup],
  ['subnet-no-delegation', draftUndelegation],
  ['udr-databricks', draftDatabricksRoutes],
  ['pe-network-policies-workspace', draftEndpointAccess],
  ['dns-zones-linked', namesFor(workspaceDnsZones)],
  ['dns-dependency-zones', namesFor(serviceZones)],
  ['npip-requires-private-endpoint', draftWorkspaceEndpoint],
  ['cluster-cross-region-connectivity', draftWorkspaceEndpoint],
  ['computes-in-pe-vnet', draftWorkspaceEndpoint],
  ['serverless-npip-ip-allowlist', draftWorkspaceEndpoint],
  ['instance-selected-networks', draftWorkspaceEndpoint],
  ['storage-private-endpoint-subresources', draftStorageEndpoints],
  ['storage-same-vnet-2020', firstOf(draftStorageAccess, draftStorageEndpoints)],
  ['storage-service-endpoint-same-subnet', draftStorageAccess],
  ['storage-trusted-access', draftStorageTrust],
  ['keyvault-network', firstOf(draftVaultAccess, draftVaultEndpoint)],
  ['acr-network-placement', firstOf(draftRegistryAccess, draftRegistryEndpoint)],
  ['acr-trusted-services', draftRegistryTrust],
  ['image-build-compute', draftBuilder],
]);

/** Returns the first strategy that applies. Free fixes come before billed ones. */
function firstOf(...all: readonly Drafter[]): Drafter {
  return (draft, context, alternative) => {
    for (const drafter of all) {
      const found = drafter(draft, context, alternative);
      if (found) return found;
    }
    return undefined;
  };
}

/** All outbound traffic. */
export const allOutbound: FixFlow = {
  direction: 'Outbound',
  protocol: 'Any',
  ports: 'any',
  remote: 'Internet',
  ranges: 1,
};

/**
 * Drafts an NSG if there is none. It denies what isn't required, and the search then adds a rule for every requirement
 * that it blocks.
 */
export function draftGroup(draft: Draft, { model, place }: FillContext): Draft | undefined {
  const associated = securityGroupOf(model, place.subnet);
  const location = regionOf(place.network.location);
  if (!associated.known || associated.value !== null || location === undefined) return undefined;
  const usedIds = model.securityGroups.map((one) => one.id);
  const name = `nsg-${place.subnet.name}`;
  const id = newResourceId(place, { type: 'networkSecurityGroups', name, usedIds });
  return withPart(draft, 'security-group', {
    changes: [
      { type: 'securityGroup', id, before: null, after: { location } },
      { type: 'rule', id, before: null, after: denyInternet },
      subnetWith(place.subnet, { securityGroup: id }),
    ],
    closes: [allOutbound, { ...allOutbound, direction: 'Inbound' }],
    notes: [reason('fix.note.newGroup', { subnet: place.subnet.name })],
  });
}

/** Last rule of an NSG, which denies all outbound traffic that isn't allowed before it. */
export const denyInternet: NewRule = {
  name: 'Deny-Internet-Out',
  why: reason('fix.rule.deny'),
  priority: limits.customPriority.greatest,
  direction: 'Outbound',
  access: 'Deny',
  protocol: '*',
  sources: ['*'],
  destinations: ['Internet'],
  destinationPorts: ['*'],
};

/**
 * Drafts the removal of a delegation if the service doesn't have resources in the subnet. Databricks keeps a claim that
 * addresses don't show.
 */
function draftUndelegation(draft: Draft, { place }: FillContext): Draft | undefined {
  const { delegations, addressesInUse, name } = place.subnet;
  if (!delegations.known || !addressesInUse.known || addressesInUse.value > 0) return undefined;
  const isClaimed = delegations.value.some((one) => /^microsoft\.databricks\//i.test(one));
  if (isClaimed || delegations.value.length === 0) return undefined;
  return withPart(draft, 'delegations', {
    changes: [subnetWith(place.subnet, { delegations: [] })],
    notes: [reason('fix.note.delegation', { service: delegations.value, subnet: name })],
  });
}

/** Drafts the routes that Databricks requires in the subnet's route table; undefined if none is missing. */
function draftDatabricksRoutes(draft: Draft, context: FillContext): Draft | undefined {
  const { model, place } = context;
  const table = routeTableOf(model, place.subnet);
  const routes = routesOf(model, place.subnet);
  if (!table.known || table.value === null || !routes.known) return undefined;
  const tableId = table.value.id;
  const named = routes.value.map(({ destination }) =>
    destination.known ? destination.value.toLowerCase() : '',
  );
  const missing = databricksElsewhere(context).filter((tag) => !named.includes(tag.toLowerCase()));
  const wider = missing.reduce<Draft>(
    (now, tag) =>
      withRoute(now, {
        requirement: 'udr-databricks',
        tag,
        asTag: true,
        prefixes: formatAddressSet(context.tags.lookup(tag) ?? emptySet),
        tableId,
      }) ?? now,
    draft,
  );
  return wider === draft ? undefined : wider;
}

/**
 * Drafts links of zones that already have the records. Otherwise it drafts a zone group for each endpoint that
 * certainly doesn't have one.
 */
function namesFor(needed: ZonesNeeded) {
  const link = linksFor(needed);
  return (draft: Draft, context: DraftContext): Draft | undefined => {
    const linked = link(draft, context);
    const { services } = context;
    if (linked || !services) return linked;
    const endpoints = needed(services, context).flatMap((one) => one.endpoints);
    return endpoints
      .filter((one, at) => endpoints.findIndex((other) => sameId(other.id, one.id)) === at)
      .reduce<Draft | undefined>((now, one) => register(now ?? draft, context, one) ?? now, undefined);
  };
}

function register(draft: Draft, context: DraftContext, endpoint: PrivateEndpoint): Draft | undefined {
  const { withoutGroup = [] } = context.services?.zones ?? {};
  const [group, second] = endpoint.groups;
  const hasNone = withoutGroup.some((id) => sameId(id, endpoint.id));
  if (!hasNone || group === undefined || second !== undefined) return undefined;
  const zones = zonesFor({ target: endpoint.targetId, group: group.toLowerCase() }, context);
  if (!zones || zones.keeping.length === 0) return undefined;
  return withPart(draft, `register ${endpoint.id}`.toLowerCase(), {
    changes: [...zones.created, zoneGroupOf(endpoint.id, zones.keeping), ...zones.links],
    notes: [
      reason('endpoint.note.names', {
        target: nameOf(endpoint.targetId),
        network: context.place.network.name,
      }),
      ...zones.notes,
    ],
    changesNoFlow: true,
  });
}
