import type { FixPreview } from '../../../contract/wizard/fix-preview';
import { nameOf } from '../../../core/network/find';
import type { FixAlternative } from '../../../checks/fixes/fix-options';
import type { Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { ownedHop, type TunnelTarget } from '../tunnel-target';
import type { FixInPreview } from '../state';
import { ownerRequestId, alternativeId } from '../alternative-id';
import { addedRoutes } from '../../../core/resource-change';

type Alternatives = FixPreview['alternatives'];
type Text = Pick<Alternatives[number], 'name' | 'line'>;

/**
 * Returns the alternatives, each with its cost and meaning; empty if there is only one. Only tested ones are offered.
 * If an appliance blocks traffic, asking its owner is always an alternative.
 */
export function alternativeViews(say: Say, preview: FixInPreview): Alternatives {
  const { alternatives, options, kind, isOwnerRequest, model, fix } = preview;
  const hop = kind === 'undo' ? null : ownedHop(model, fix);
  if (kind === 'undo' || alternatives.length + (hop === null ? 0 : 1) < 2) return [];
  const chosen = options.alternative ?? alternatives[0];
  const hasRules = new Set(alternatives.map((one) => one.rules)).size > 1;
  const tested = alternatives.map((alternative) => ({
    id: alternativeId(alternative),
    ...joined([
      ...(hop === null ? [] : [routeText(say, preview)]),
      ...formatAlternative(say, alternative, hasRules),
    ]),
    chosen: !isOwnerRequest && chosen !== undefined && alternativeId(chosen) === alternativeId(alternative),
  }));
  return [
    ...tested,
    ...(hop === null ? [] : [{ id: ownerRequestId, ...askText(say, hop), chosen: isOwnerRequest }]),
  ];
}

function routeText(say: Say, { fix }: FixInPreview): Text {
  const tags = addedRoutes(fix.changes).map(({ route }) => route.destination);
  return {
    name: say('alternative.route', { n: tags.length }),
    line: say('alternative.route.line', { n: tags.length, tags: formatList(say, tags) }),
  };
}

function askText(say: Say, hop: TunnelTarget): Text {
  return hop.is === 'appliance'
    ? {
        name: say('alternative.askAppliance'),
        line: say('alternative.askAppliance.line', { ip: hop.address }),
      }
    : { name: say('alternative.askElsewhere'), line: say('alternative.askElsewhere.line') };
}

function joined(parts: readonly Text[]): Text {
  return {
    name: parts.map((one) => one.name).join(' · '),
    line: parts.map((one) => one.line).join(' '),
  };
}

function formatAlternative(say: Say, { rules, gateway }: FixAlternative, hasRules: boolean): readonly Text[] {
  const parts: Text[] = [];
  if (gateway !== undefined) {
    const name = gateway === null ? '' : nameOf(gateway);
    parts.push(
      gateway === null
        ? { name: say('alternative.newGateway'), line: say('alternative.newGateway.line') }
        : { name: say('alternative.sharedGateway', { name }), line: say('alternative.sharedGateway.line') },
    );
  }
  if (hasRules) parts.push({ name: say(`alternative.${rules}`), line: say(`alternative.${rules}.line`) });
  return parts;
}
