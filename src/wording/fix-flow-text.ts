import type { FixFlow } from '../core/fix';
import { nameOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import type { Say } from '../messages/say';
import { formatPart } from './change-text';

function isEverything({ protocol, ports }: FixFlow): boolean {
  return protocol === 'Any' && ports === 'any';
}

/** Adds a subnet to a line. */
export function formatWhere(say: Say, text: string, subnetId: ResourceId): string {
  return say('file.fix.where', { text, subnet: nameOf(subnetId) });
}

/** Returns “TCP 443 to AzureMachineLearning”, or “all traffic from AzureMachineLearning”. */
export function formatFlow(say: Say, { direction, protocol, ports, remote }: FixFlow): string {
  const part = formatPart(say, {
    protocol: protocol === 'Any' ? '*' : protocol,
    destinationPorts: ports === 'any' ? ['*'] : ports.split(', '),
  });
  return direction === 'Outbound'
    ? say('part.to', { part, to: remote })
    : say('part.from', { part, from: remote });
}

/** Returns the traffic that a fix opens, one line per flow. */
export function formatOpens(say: Say, flow: FixFlow): string {
  if (isEverything(flow) && flow.remote === 'Internet' && flow.direction === 'Outbound') {
    return say('preview.opensOutboundAccess');
  }
  return say('preview.opensFlow', { flow: formatFlow(say, flow), n: flow.ranges });
}

/** Returns the traffic that a fix blocks, one line per flow. */
export function formatCloses(say: Say, flow: FixFlow): string {
  if (isEverything(flow) && flow.remote === 'Internet') {
    return say(flow.direction === 'Outbound' ? 'preview.closesOut' : 'preview.closesIn');
  }
  return say('preview.closesFlow', { flow: formatFlow(say, flow), n: flow.ranges });
}
