import type { InterfaceEvidence, SubnetEvidence } from '../../core/evidence';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { networkReadApiVersion } from './network-api-versions';
import type { JsonObject } from '../json';
import { knownPart } from '../known-part';
import type { EvidencePlace } from '../ports';
import { sendRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toFailure } from '../to-failure';
import { resultWhenDone } from '../poll-until-done';
import { nicListOfSubnet, unreadableCodes } from './read-effective-routes';
import type { Reading } from './read-endpoint-addresses';
import { readFlowLogs } from './read-flow-logs';
import { toEffectiveRules, toRoutesInEffect } from './to-effective-rules';

/** Maximum number of network interfaces to try in sequence, because a machine may be off. */
const most = 3;

/**
 * Reads data that Azure computed and logged for a subnet. Each part can be unreadable on its own. It doesn't change
 * anything.
 */
export function readEvidence(
  clients: Clients,
  place: EvidencePlace,
  stop: AbortSignal,
): Promise<SubnetEvidence> {
  return clients.within('write', stop, async (signal) => {
    const reading = { clients, signal };
    const [networkInterface, flowLogs] = await Promise.all([
      knownPart(place.networkId, () => readInterface(reading, place)),
      knownPart(place.networkId, () => readFlowLogs(reading, place)),
    ]);
    return { networkInterface, flowLogs };
  });
}

async function readInterface(
  reading: Reading,
  { networkId, subnetId }: EvidencePlace,
): Promise<InterfaceEvidence | null> {
  const { clients, signal } = reading;
  const sender = clients.rawNetwork(resourceParts(networkId).subscriptionId);
  const url = urlOf(clients.endpoint, networkId, networkReadApiVersion);
  const { body } = await sendRaw(sender, { url, signal });
  for (const nic of nicListOfSubnet(body, subnetId).slice(0, most)) {
    const evidence = await evidenceOf(reading, nic);
    if (evidence) return evidence;
  }
  return null;
}

/**
 * Reads the evidence of a network interface. Undefined if Azure doesn't return it: the machine is off, or the account
 * doesn't have permission.
 */
async function evidenceOf(reading: Reading, nic: ResourceId): Promise<InterfaceEvidence | undefined> {
  try {
    const [groups, routes] = await Promise.all([
      readJson(reading, `${nic}/effectiveNetworkSecurityGroups`),
      readJson(reading, `${nic}/effectiveRouteTable`),
    ]);
    return { name: nameOf(nic), groups: toEffectiveRules(groups), routes: toRoutesInEffect(routes) };
  } catch (error) {
    if (!unreadableCodes.includes(toFailure(error).code)) throw error;
    return undefined;
  }
}

async function readJson({ clients, signal }: Reading, id: string): Promise<JsonObject> {
  const sender = clients.rawNetwork(resourceParts(id).subscriptionId);
  const url = urlOf(clients.endpoint, id, networkReadApiVersion);
  return resultWhenDone(sender, await sendRaw(sender, { url, method: 'POST', signal }), signal);
}
