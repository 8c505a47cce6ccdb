import type { EffectiveRoutes, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { routeTableOf, sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';
import { unknownLearnedRoutes } from '../../core/reach/unknown-gateway-routes';
import { networkReadApiVersion } from './network-api-versions';
import type { FailureCode } from '../failure';
import { isJsonObject, listAt, textAt, type Json, type JsonObject } from '../json';
import { sendRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toFailure } from '../to-failure';
import { resultWhenDone } from '../poll-until-done';
import { nameIn } from './members';
import type { Reading } from './read-endpoint-addresses';
import { toEffectiveRoutes } from './to-effective-routes';

/** Input for the effective routes, known after the network was read. */
interface EffectiveRoutesInput {
  readonly model: NetworkModel;
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
  /** The network's body, which references the network interfaces in its subnets. */
  readonly body: JsonObject;
}

/**
 * Reads the effective routes of the subnet from a network interface in it. Undefined if no learned routes are unknown,
 * if the subnet doesn't have a suitable network interface, or if Azure doesn't return them (its machine is off, or the
 * account doesn't have permission). Azure takes several seconds, so it is requested once.
 */
export async function readEffectiveRoutes(
  { clients, signal }: Reading,
  { model, network, subnet, body }: EffectiveRoutesInput,
): Promise<EffectiveRoutes | undefined> {
  if (!unknownLearnedRoutes(network, subnet, routeTableOf(model, subnet))) return undefined;
  const nic = nicListOfSubnet(body, subnet.id)[0];
  if (nic === undefined) return undefined;
  const { subscriptionId } = resourceParts(nic);
  const sender = clients.rawNetwork(subscriptionId);
  const url = urlOf(clients.endpoint, `${nic}/effectiveRouteTable`, networkReadApiVersion);
  try {
    const started = await sendRaw(sender, { url, method: 'POST', signal });
    return toEffectiveRoutes(await resultWhenDone(sender, started, signal));
  } catch (error) {
    if (!unreadableCodes.includes(toFailure(error).code)) throw error;
    return undefined;
  }
}

/** Failure codes that mean that Azure doesn't return data of a network interface. */
export const unreadableCodes: readonly FailureCode[] = [
  'forbidden',
  'notFound',
  'badRequest',
  'refused',
  'conflict',
];

/** Returns the network interfaces with an address in the subnet, without those of Azure ML and of scale sets. */
export function nicListOfSubnet(body: JsonObject, subnetId: ResourceId): readonly ResourceId[] {
  const subnet = listAt(body, 'properties', 'subnets')
    .filter(isJsonObject)
    .find((one) => sameId(textAt(one, 'id') ?? nameIn(one), subnetId));
  return listAt(subnet, 'properties', 'ipConfigurations').flatMap(networkInterfaceOf);
}

function networkInterfaceOf(configuration: Json): readonly ResourceId[] {
  const id = textAt(configuration, 'id') ?? '';
  const [, nic] = /^(.*\/providers\/Microsoft\.Network\/networkInterfaces\/[^/]+)\//i.exec(id) ?? [];
  const isOfScaleSet = /virtualMachineScaleSets/i.test(id);
  return nic === undefined || isOfScaleSet ? [] : [nic];
}
