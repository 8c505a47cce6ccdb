import type { FixPreview } from '../../../contract/wizard/fix-preview';
import { nameOf } from '../../../core/network/find';
import type { FixWay } from '../../../checks/fixes/wishes';
import type { Say } from '../../../messages/say';
import type { FixInPreview } from '../state';
import { wayId } from '../way-id';

/** The ways to fix, each with what it costs and means; none where there is one. */
export function fixWays(say: Say, { ways, wishes, kind }: FixInPreview): FixPreview['ways'] {
  if (kind === 'undo' || ways.length < 2) return [];
  const [first] = ways;
  const chosen = wishes.way ?? first;
  const hasRules = new Set(ways.map((one) => one.rules)).size > 1;
  return ways.map((way) => ({
    id: wayId(way),
    ...wordWay(say, way, hasRules),
    chosen: chosen !== undefined && wayId(chosen) === wayId(way),
  }));
}

function wordWay(say: Say, { rules, gateway }: FixWay, hasRules: boolean): { name: string; line: string } {
  const parts: { name: string; line: string }[] = [];
  if (gateway !== undefined) {
    const name = gateway === null ? '' : nameOf(gateway);
    parts.push(
      gateway === null
        ? { name: say('way.newGateway'), line: say('way.newGateway.line') }
        : { name: say('way.sharedGateway', { name }), line: say('way.sharedGateway.line') },
    );
  }
  if (hasRules) parts.push({ name: say(`way.${rules}`), line: say(`way.${rules}.line`) });
  return {
    name: parts.map((one) => one.name).join(say('preview.and')),
    line: parts.map((one) => one.line).join(' '),
  };
}
