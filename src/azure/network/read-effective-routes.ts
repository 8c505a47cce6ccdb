import type { EffectiveRoutes, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { routeTableOf, sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';
import { unknownLearnedRoutes } from '../../core/reach/unknown-gateway-routes';
import { networkReadApiVersion } from '../clients/network-client';
import type { FailureCode } from '../failure';
import { isJsonObject, listAt, textAt, type Json, type JsonObject } from '../json';
import { sendRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toFailure } from '../to-failure';
import { resultWhenDone } from '../poll-until-done';
import { nameIn } from './members';
import type { Reading } from './read-endpoint-addresses';
import { toEffectiveRoutes } from './to-effective-routes';

/** What is known once the network was read. */
interface Wanted {
  readonly model: NetworkModel;
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
  /** The network's body, which names the cards in its subnets. */
  readonly body: JsonObject;
}

/**
 * Effective routes of the subnet, asked of a network interface in it; undefined where nothing is in doubt, where no card of
 * somebody's own is there, or where Azure does not tell (its machine is off, or asking is not allowed). Azure works
 * several seconds on it, so it is asked once.
 */
export async function readEffectiveRoutes(
  { clients, signal }: Reading,
  { model, network, subnet, body }: Wanted,
): Promise<EffectiveRoutes | undefined> {
  if (!unknownLearnedRoutes(network, subnet, routeTableOf(model, subnet))) return undefined;
  const card = nicListOfSubnet(body, subnet.id)[0];
  if (card === undefined) return undefined;
  const { subscriptionId } = resourceParts(card);
  const sender = clients.rawNetwork(subscriptionId);
  const url = urlOf(clients.endpoint, `${card}/effectiveRouteTable`, networkReadApiVersion);
  try {
    const begun = await sendRaw(sender, { url, method: 'POST', signal });
    return toEffectiveRoutes(await resultWhenDone(sender, begun, signal));
  } catch (error) {
    if (!unreadableCodes.includes(toFailure(error).code)) throw error;
    return undefined;
  }
}

/** Codes with which Azure doesn't tell of a network interface. */
export const unreadableCodes: readonly FailureCode[] = [
  'forbidden',
  'notFound',
  'badRequest',
  'refused',
  'conflict',
];

/** Network cards with an address in the subnet; those of Azure ML and of scale sets are not asked. */
export function nicListOfSubnet(body: JsonObject, subnetId: ResourceId): readonly ResourceId[] {
  const subnet = listAt(body, 'properties', 'subnets')
    .filter(isJsonObject)
    .find((one) => sameId(textAt(one, 'id') ?? nameIn(one), subnetId));
  return listAt(subnet, 'properties', 'ipConfigurations').flatMap(cardOf);
}

function cardOf(configuration: Json): readonly ResourceId[] {
  const id = textAt(configuration, 'id') ?? '';
  const [, card] = /^(.*\/providers\/Microsoft\.Network\/networkInterfaces\/[^/]+)\//i.exec(id) ?? [];
  const isOfScaleSet = /virtualMachineScaleSets/i.test(id);
  return card === undefined || isOfScaleSet ? [] : [card];
}
