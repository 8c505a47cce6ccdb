import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { zoneOf } from '../../core/service-change';
import type { CollectedFixes } from './fix-entries';
import { newNetworkId } from './peering-resources';
import { templateObject, templateParameter, type TemplateValue } from './template';
import { groupFor, nameCandidate, unused, type GroupInWriting, type Writing } from './writing';

const type = 'Microsoft.Network/privateDnsZones';
const apiVersion = '2020-06-01';

/** Writes links of private DNS zones to networks, without rewriting the zones or existing networks. */
export function writeLinks(links: CollectedFixes['links'], writing: Writing): void {
  const zones: ResourceId[] = [];
  const networks: ResourceId[] = [];
  for (const { id, network } of links) {
    const zone = zoneOf(id);
    const zoneSymbol = writing.symbolOf.get(zone.toLowerCase());
    const symbol = zoneSymbol ?? numbered('privateDnsZone', zones, zone);
    const group = groupFor(zone, symbol, writing);
    const isNamed = zoneSymbol !== undefined || group.existing.some((one) => one.symbol === symbol);
    if (!isNamed) nameZone(zone, symbol, { group, writing });
    group.resources.push({
      comment: [writing.around.say('write.link', { zone: nameOf(zone), network: nameOf(network) })],
      symbol: unused('newZoneLink', writing.symbols),
      type: `${type}/virtualNetworkLinks`,
      apiVersion,
      parent: symbol,
      name: nameOf(id),
      location: 'global',
      tags: null,
      identity: null,
      properties: templateObject({
        registrationEnabled: false,
        virtualNetwork: templateObject({ id: linkedId(zone, network, { networks, writing }) }),
      }),
      // The ID of a new network implies that the link waits for it.
      dependsOn: [],
    });
  }
}

/** Returns the ID of the linked network: of the new one by its resource, and of an existing one as a parameter. */
function linkedId(
  zone: ResourceId,
  network: ResourceId,
  { networks, writing }: { readonly networks: ResourceId[]; readonly writing: Writing },
): TemplateValue {
  const { newNetwork } = writing.around.context;
  if (newNetwork && sameId(network, newNetwork.id)) return newNetworkId(zone, newNetwork.id, writing);
  const name = `${numbered('linkedNetwork', networks, network)}Id`;
  if (!writing.candidates.some((one) => one.name === name)) {
    writing.candidates.push({ name, value: network, describedBy: 'linkedNetworkId' });
  }
  return templateParameter(name);
}

function nameZone(
  zone: ResourceId,
  symbol: string,
  { group, writing }: { readonly group: GroupInWriting; readonly writing: Writing },
): void {
  writing.candidates.push(nameCandidate(zone, symbol, 'privateDnsZone'));
  const name = templateParameter(`${symbol}Name`);
  group.existing.push({ symbol, type, apiVersion, name, parent: null, scope: null });
}

/** Returns `base`, `base2`, …: one name per ID, in order of first use. */
function numbered(base: string, known: ResourceId[], id: ResourceId): string {
  let at = known.findIndex((one) => sameId(one, id));
  if (at < 0) at = known.push(id) - 1;
  return at === 0 ? base : `${base}${at + 1}`;
}
