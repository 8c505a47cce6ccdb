import { setsOverlap } from '../addresses/interval-algebra';
import { valueOr } from '../known';
import { reason, type Reason } from '../reason';
import type { FlowSegment } from './flow-disposition';
import { wildcardsFor } from './firewall/through-firewall';
import type { Flow } from './flow';
import type { SubnetPlace } from './subnet-place';
import type { Spaces } from './spaces';
import type { OutboundAccess } from './outbound-access';

export interface AssumptionContext {
  readonly place: SubnetPlace;
  readonly spaces: Spaces;
  readonly flow: Flow;
  readonly outboundAccess: OutboundAccess;
}

/** Returns the assumptions of a result, each once. */
export function assumptionsOf(pieces: readonly FlowSegment[], context: AssumptionContext): Reason[] {
  const { spaces, place, flow } = context;
  const { tags, network, subnet } = place;
  const all: Reason[] = [
    ...spaces.assumptions,
    ...(flow.remotes.some((remote) => tags.spelling(remote)) ? [fromList(tags)] : []),
    ...(valueOr(subnet.addressPrefixes, []).some((one) => one.includes(':'))
      ? [reason('assumed.ipv4Alone')]
      : []),
    ...(network.adminRules ? [] : [reason('assumed.noAdminRules')]),
    ...pieces.flatMap((piece) => ofPiece(piece, context)),
  ];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** The output of `az network list-service-tags` doesn't have a date. */
function fromList({ date, isOld }: SubnetPlace['tags']): Reason {
  if (date === '') return reason('assumed.undatedTags');
  return reason(isOld ? 'assumed.oldTags' : 'assumed.tags', { date: date.slice(0, 10) });
}

function ofPiece(piece: FlowSegment, { spaces, flow, outboundAccess }: AssumptionContext): Reason[] {
  const { target, withoutOutboundAccess } = piece;
  const leaves = target?.hop === 'internet' && flow.direction === 'Outbound';
  const found = [
    reliesOnRoutes(piece, spaces) ? reason('assumed.virtualNetworkRoutes') : undefined,
    target?.assumption,
    withoutOutboundAccess ? reason('assumed.storageOfRegion') : undefined,
    leaves && outboundAccess.is === 'open' ? outboundAccess.assumption : undefined,
    ...throughFirewall(piece, flow),
  ];
  return found.filter((one) => one !== undefined);
}

/** Returns the assumption about a firewall, because the model has only its rules. */
function throughFirewall({ firewall, disposition, name }: FlowSegment, { names = [] }: Flow): Reason[] {
  if (!firewall) return [];
  const wildcards = disposition.is === 'passes' ? [] : wildcardsFor(names, firewall);
  const values = { firewall: firewall.name };
  const { dropsThreats } = firewall;
  const isCalm = dropsThreats.known && !dropsThreats.value;
  return [
    ...(name === undefined ? [] : [reason('assumed.firewallNames', values)]),
    ...wildcards.map((one) => reason('assumed.firewallWildcard', { ...values, name: one })),
    ...(disposition.is === 'passes' ? [reason('assumed.firewallWay', values)] : []),
    ...(disposition.is === 'passes' && !isCalm ? [reason('assumed.firewallThreats', values)] : []),
  ];
}

/**
 * True if the deciding rule names `VirtualNetwork`, and the addresses belong to it only because of a user-defined
 * route.
 */
function reliesOnRoutes({ deciders, cell }: FlowSegment, { onlyRouted }: Spaces): boolean {
  return (
    deciders.some(({ namesVirtualNetwork }) => namesVirtualNetwork) && setsOverlap(cell.remote, onlyRouted)
  );
}
