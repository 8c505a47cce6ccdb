import type { FixFlow } from '../core/fix';
import { nameOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';

function isEverything({ protocol, ports }: FixFlow): boolean {
  return protocol === 'Any' && ports === 'any';
}

/** Adds a subnet to a line. */
export function formatWhere(say: Say, text: string, subnetId: ResourceId): string {
  return say('file.fix.where', { text, subnet: nameOf(subnetId) });
}

/** Returns the traffic that a fix opens, one line per flow. */
export function formatOpens(say: Say, flow: FixFlow): string {
  const { remote, ranges } = flow;
  if (!isEverything(flow)) return flowText(say, 'preview.opensFlow', flow);
  return remote === 'Internet' ? say('preview.opensWayOut') : say('preview.opensAll', { remote, n: ranges });
}

/** Returns the traffic that a fix blocks, one line per flow. */
export function formatCloses(say: Say, flow: FixFlow): string {
  if (!isEverything(flow) || flow.remote !== 'Internet') return flowText(say, 'preview.closesFlow', flow);
  return say(flow.direction === 'Outbound' ? 'preview.closesOut' : 'preview.closesIn');
}

const anyProtocol = {
  'preview.opensFlow': 'preview.opensAny',
  'preview.closesFlow': 'preview.closesAny',
} as const satisfies Partial<Record<MessageKey, MessageKey>>;

function flowText(say: Say, key: keyof typeof anyProtocol, flow: FixFlow): string {
  const { protocol, ports, remote, ranges: n } = flow;
  return protocol === 'Any'
    ? say(anyProtocol[key], { ports, remote, n })
    : say(key, { protocol, ports, remote, n });
}
