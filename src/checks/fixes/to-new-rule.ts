import type { SecurityRule } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { NewRule } from '../../core/resource-change';

/** Returns the rule in the form of a change; undefined if it has properties that a change doesn't write. */
export function asNewRule(rule: SecurityRule): NewRule | undefined {
  const { name, priority, direction, access, protocol, sources, destinations, destinationPorts } = rule;
  if (!isPlain(rule) || !priority.known || !direction.known || !access.known || !protocol.known) {
    return undefined;
  }
  if (!sources.known || !destinations.known || !destinationPorts.known) return undefined;
  return {
    name,
    why: reason('finding.fix.why'),
    priority: priority.value,
    direction: direction.value,
    access: access.value,
    protocol: protocol.value,
    sources: sources.value,
    destinations: destinations.value,
    destinationPorts: destinationPorts.value,
  };
}

function isPlain(rule: SecurityRule): boolean {
  const { sourcePorts, sourceApplicationGroups, destinationApplicationGroups } = rule;
  const groups = [...sourceApplicationGroups, ...destinationApplicationGroups];
  return groups.length === 0 && sourcePorts.known && sourcePorts.value.join() === '*';
}
