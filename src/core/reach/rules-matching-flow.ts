import { cellsOverlap } from '../packets/packet-set';
import type { SecurityGroup, SecurityRule } from '../network/model';
import { compileRules } from './compile-group';
import type { Flow } from './flow';
import { subnetReachContext } from './subnet-reach-context';
import type { SubnetPlace } from './subnet-place';

/**
 * Returns a function that tests whether any of the rules may match a packet of a flow in the subnet. A flow that none
 * of them matches has the same result with and without them.
 * @param group the subnet's NSG with the rules
 */
export function matchesFlow(
  place: SubnetPlace,
  group: SecurityGroup,
  rules: readonly SecurityRule[],
): (flow: Flow) => boolean {
  const { vocabulary, spaces, readRules, cellOf } = subnetReachContext(place);
  return (flow) => {
    const { direction } = flow;
    const read = readRules(`${group.id} ${group.name}`, 'subnet', direction);
    const compiled = compileRules(group, rules, { vocabulary, spaces, level: 'subnet', direction, read });
    const { cell } = cellOf(flow);
    return compiled.some((rule) => rule.parts().some((part) => cellsOverlap(part.cell, cell)));
  };
}
