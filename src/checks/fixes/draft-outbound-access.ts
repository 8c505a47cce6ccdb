import { reservedSubnetNames } from '../../core/azure-facts/limits';
import type { FixFlow } from '../../core/fix';
import { natGatewayOf, nameOf, sameId } from '../../core/network/find';
import type { NatGateway, NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { subnetWith, type ResourceChange } from '../../core/resource-change';
import { regionOf } from '../../core/unstated-region';
import { isSameRegion } from '../regions';
import type { FillContext } from '../fill-flow';
import { withPart, type Draft, type DraftPart } from './draft';
import { newResourceId } from './new-resource-id';
import type { FixAlternative } from './fix-options';

const key = 'outbound-access';

/**
 * Drafts outbound access by a NAT gateway. It adds an address to an associated gateway without one. Otherwise it
 * associates a gateway that already serves this network, or a new one. Undefined if a gateway wouldn't help or isn't
 * possible.
 */
export function draftOutboundAccess(
  draft: Draft,
  context: FillContext,
  alternative?: FixAlternative,
): Draft | undefined {
  const { model, place } = context;
  if (reservedSubnetNames.includes(place.subnet.name.toLowerCase())) return undefined;
  const associated = natGatewayOf(model, place.subnet);
  if (!associated.known) return undefined;
  if (associated.value) return newAddress(draft, context, associated.value);
  const chosenGateway =
    alternative?.gateway === undefined ? gatewayChoices(model, place)[0] : alternative.gateway;
  const part =
    chosenGateway === null || chosenGateway === undefined
      ? newGateway(context)
      : existing(context, chosenGateway);
  return part && withPart(draft, key, part);
}

/** Returns the NAT gateways to share, or those that files create for the network; then null for a new one. */
export function gatewayChoices(
  model: NetworkModel,
  { network }: { readonly network: VirtualNetwork },
): readonly (ResourceId | null)[] {
  const usable = model.natGateways.filter(
    (one) => isUsable(one) && (servesOnly(model, network, one.id) || waitsFor(model, network, one)),
  );
  return [...usable.map((one) => one.id), null];
}

/**
 * True if files create a NAT gateway without associating it. It is then intended for their only network, if that is in
 * the same region.
 */
function waitsFor(model: NetworkModel, network: VirtualNetwork, gateway: NatGateway): boolean {
  const { location, isCreatedHere } = gateway;
  const isNear = isSameRegion(location, network.location);
  return (
    isCreatedHere === true &&
    isNear.known &&
    isNear.value &&
    model.virtualNetworks.length === 1 &&
    !isServing(model, gateway.id)
  );
}

function isServing(model: NetworkModel, id: ResourceId): boolean {
  return model.virtualNetworks.some(({ subnets }) => subnets.some((subnet) => uses(subnet, id)));
}

function isUsable({ sku, publicAddresses }: NatGateway): boolean {
  return (
    sku.known && /^standard(v2)?$/i.test(sku.value) && publicAddresses.known && publicAddresses.value > 0
  );
}

/**
 * True if the gateway serves only this network. A gateway serves subnets of one network, and an unused one may be
 * intended for another.
 */
function servesOnly(model: NetworkModel, network: VirtualNetwork, id: ResourceId): boolean {
  const users = model.virtualNetworks.filter((one) => one.subnets.some((subnet) => uses(subnet, id)));
  return users.length === 1 && users.every((one) => sameId(one.id, network.id));
}

function uses({ natGateway }: Subnet, id: ResourceId): boolean {
  return natGateway.known && natGateway.value !== null && sameId(natGateway.value, id);
}

function existing(context: FillContext, id: ResourceId): Partial<DraftPart> {
  const { subnet } = context.place;
  const shared = isServing(context.model, id) ? [reason('fix.note.sharedGateway', { name: nameOf(id) })] : [];
  return {
    changes: [subnetWith(subnet, { natGateway: id })],
    opens: opensOf(context),
    notes: [...shared, ...notesOf(context)],
  };
}

function newGateway(context: FillContext): Partial<DraftPart> | undefined {
  const { model, place } = context;
  const location = regionOf(place.network.location);
  if (location === undefined) return undefined;
  const usedIds = model.natGateways.map((one) => one.id);
  const id = newResourceId(place, { type: 'natGateways', name: `ng-${place.subnet.name}`, usedIds });
  const address = addressOf(place, id);
  return {
    changes: [
      { type: 'publicIpAddress', id: address, before: null, after: { location, sku: 'Standard' } },
      { type: 'natGateway', id, before: null, after: { location, sku: 'Standard' } },
      withAddress(id, address),
      subnetWith(place.subnet, { natGateway: id }),
    ],
    opens: opensOf(context),
    notes: [reason('fix.note.gatewayCost'), ...notesOf(context)],
  };
}

/** Drafts an address for a gateway. Both have the same SKU and region. */
function newAddress(draft: Draft, context: FillContext, gateway: NatGateway): Draft | undefined {
  const { sku, publicAddresses, id } = gateway;
  const location = regionOf(gateway.location);
  const isEmpty = publicAddresses.known && publicAddresses.value === 0;
  if (!isEmpty || !sku.known || location === undefined) return undefined;
  const address = addressOf(context.place, id);
  const changes: readonly ResourceChange[] = [
    { type: 'publicIpAddress', id: address, before: null, after: { location, sku: sku.value } },
    withAddress(id, address),
  ];
  return withPart(draft, key, {
    changes,
    opens: opensOf(context),
    notes: [reason('fix.note.addressCost'), ...notesOf(context)],
  });
}

function withAddress(gateway: ResourceId, address: ResourceId): ResourceChange {
  const after = { publicIpAddresses: [address] };
  return { type: 'natGateway', id: gateway, before: { publicIpAddresses: [] }, after };
}

function addressOf(place: FillContext['place'], gatewayId: ResourceId): ResourceId {
  const name = `pip-${nameOf(gatewayId)}`;
  return newResourceId(place, { type: 'publicIPAddresses', name, usedIds: [] });
}

/** Returns the flows that the fix opens: none if machines used default outbound access before. */
function opensOf({ place }: FillContext): readonly FixFlow[] {
  const { defaultOutboundAccess } = place.subnet;
  const wasOpen = defaultOutboundAccess.known && defaultOutboundAccess.value !== false;
  const all: FixFlow = {
    direction: 'Outbound',
    protocol: 'Any',
    ports: 'any',
    remote: 'Internet',
    ranges: 1,
  };
  return wasOpen ? [] : [all];
}

/**
 * Returns notes. Turning off default outbound access is only recommended, because the effect and its time differ from
 * machine to machine.
 */
function notesOf({ place }: FillContext): readonly Reason[] {
  const { defaultOutboundAccess, name } = place.subnet;
  const isPrivate = defaultOutboundAccess.known && defaultOutboundAccess.value === false;
  return isPrivate ? [] : [reason('fix.note.defaultAccess', { subnet: name })];
}
