import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { ZoneLinkChange } from '../../core/service-change';
import type { PrivateZone, WorkspaceServices } from '../../core/services/services';
import { answeringNetworks, type AnsweringNetwork } from '../name-servers';
import type { NeededZone } from '../settings/dns';
import { withPart, type Draft } from './draft';
import type { DraftContext } from './draft-context';

export type ZonesNeeded = (services: WorkspaceServices, context: DraftContext) => readonly NeededZone[];

/**
 * Drafts links of existing zones to the networks that resolve the names. A zone must contain the addresses of the
 * endpoints. Any other zone would hide the public names and return nothing. A network can be linked to only one zone of
 * a name.
 */
export function linksFor(needed: ZonesNeeded) {
  return (draft: Draft, context: DraftContext): Draft | undefined => {
    const { services, model, place } = context;
    const networks = answeringNetworks(model, place.network);
    if (!services || !networks.known || networks.value === null) return undefined;
    const resolvingNetworks = networks.value.filter(
      (one, index, all) => all.findIndex((other) => sameId(other.id, one.id)) === index,
    );
    const links = needed(services, context).flatMap((zone) => linksOf(zone, services, resolvingNetworks));
    return links.reduce<Draft | undefined>((now, link) => withLink(now ?? draft, link) ?? now, undefined);
  };
}

interface Link {
  readonly zone: PrivateZone;
  readonly network: AnsweringNetwork;
}

function linksOf(
  { zone, endpoints }: NeededZone,
  { zones }: WorkspaceServices,
  networks: readonly AnsweringNetwork[],
): readonly Link[] {
  const seen = zones.found.filter((one) => one.name === zone);
  const answering = seen.find((one) => answersFor(one, endpoints));
  if (!answering) return [];
  return networks
    .filter((network) => seen.every((one) => !mayBeLinked(one, network)))
    .map((network) => ({ zone: answering, network }));
}

function answersFor({ records, keptFor = [] }: PrivateZone, endpoints: NeededZone['endpoints']): boolean {
  const held = new Set(records.known ? records.value.flatMap((one) => one.addresses) : []);
  return endpoints.every(
    ({ id, addresses }) =>
      keptFor.some((one) => sameId(one, id)) ||
      (addresses.known && addresses.value.some((address) => held.has(address))),
  );
}

function mayBeLinked({ linkedNetworks }: PrivateZone, { id }: AnsweringNetwork): boolean {
  return !linkedNetworks.known || linkedNetworks.value.some((one) => sameId(one, id));
}

/** Maximum length of a link's name is 80 characters. */
const longestName = 80;

/** Returns a link of a zone to a network, with the network's name. */
export function linkOf(zone: ResourceId, network: AnsweringNetwork): ZoneLinkChange {
  const name = `link-${network.name}`.slice(0, longestName);
  const id = `${zone}/virtualNetworkLinks/${name}`;
  return { type: 'zoneLink', id, before: null, after: { network: network.id } };
}

function withLink(draft: Draft, { zone, network }: Link): Draft | undefined {
  return withPart(draft, `link ${zone.id} ${network.id}`.toLowerCase(), {
    changes: [linkOf(zone.id, network)],
    notes: [reason('services.note.linked', { zone: nameOf(zone.id), network: network.name })],
    changesNoFlow: true,
  });
}
