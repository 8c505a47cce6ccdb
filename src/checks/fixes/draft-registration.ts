import { nameOf, sameId } from '../../core/network/find';
import type { PrivateEndpoint } from '../../core/network/model';
import { reason } from '../../core/reason';
import { withPart, type Draft } from './draft';
import type { DraftContext } from './draft-context';
import { linksFor, type ZonesNeeded } from './draft-links';
import { zoneGroupOf, zonesFor } from './endpoint-zones';

/** Links of zones that answer already; else a zone group for each endpoint that certainly has none. */
export function namesFor(needed: ZonesNeeded) {
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
    makes: [],
    attaches: [...zones.made, zoneGroupOf(endpoint.id, zones.keeping), ...zones.links],
    opens: [],
    closes: [],
    notes: [
      reason('endpoint.note.names', {
        target: nameOf(endpoint.targetId),
        network: context.place.network.name,
      }),
      ...zones.notes,
    ],
    beside: true,
  });
}
