import type { FixPreview } from '../../../contract/wizard/fix-preview';
import { nameOf } from '../../../core/network/find';
import type { FixAlternative } from '../../../checks/fixes/fix-options';
import type { Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { ownedHop, type TunnelTarget } from '../tunnel-target';
import type { FixInPreview } from '../state';
import { ownerRequestId, alternativeId } from '../alternative-id';
import { addedRoutes } from '../../../core/resource-change';

type Ways = FixPreview['ways'];
type Text = Pick<Ways[number], 'name' | 'line'>;

/**
 * Returns the alternatives, each with its cost and meaning; empty if there is only one. Only tested ones are offered.
 * If an appliance blocks traffic, asking its owner is always an alternative.
 */
export function fixWays(say: Say, preview: FixInPreview): Ways {
  const { ways, options, kind, isOwnerRequest, model, fix } = preview;
  const hop = kind === 'undo' ? null : ownedHop(model, fix);
  if (kind === 'undo' || ways.length + (hop === null ? 0 : 1) < 2) return [];
  const chosen = options.way ?? ways[0];
  const hasRules = new Set(ways.map((one) => one.rules)).size > 1;
  const tested = ways.map((way) => ({
    id: alternativeId(way),
    ...joined([...(hop === null ? [] : [routeText(say, preview)]), ...formatWay(say, way, hasRules)]),
    chosen: !isOwnerRequest && chosen !== undefined && alternativeId(chosen) === alternativeId(way),
  }));
  return [
    ...tested,
    ...(hop === null ? [] : [{ id: ownerRequestId, ...askText(say, hop), chosen: isOwnerRequest }]),
  ];
}

function routeText(say: Say, { fix }: FixInPreview): Text {
  const tags = addedRoutes(fix.changes).map(({ route }) => route.destination);
  return {
    name: say('way.route', { n: tags.length }),
    line: say('way.route.line', { n: tags.length, tags: formatList(say, tags) }),
  };
}

function askText(say: Say, hop: TunnelTarget): Text {
  return hop.is === 'appliance'
    ? { name: say('way.askAppliance'), line: say('way.askAppliance.line', { ip: hop.address }) }
    : { name: say('way.askElsewhere'), line: say('way.askElsewhere.line') };
}

function joined(parts: readonly Text[]): Text {
  return {
    name: parts.map((one) => one.name).join(' · '),
    line: parts.map((one) => one.line).join(' '),
  };
}

function formatWay(say: Say, { rules, gateway }: FixAlternative, hasRules: boolean): readonly Text[] {
  const parts: Text[] = [];
  if (gateway !== undefined) {
    const name = gateway === null ? '' : nameOf(gateway);
    parts.push(
      gateway === null
        ? { name: say('way.newGateway'), line: say('way.newGateway.line') }
        : { name: say('way.sharedGateway', { name }), line: say('way.sharedGateway.line') },
    );
  }
  if (hasRules) parts.push({ name: say(`way.${rules}`), line: say(`way.${rules}.line`) });
  return parts;
}
