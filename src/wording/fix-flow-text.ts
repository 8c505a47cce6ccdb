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
  if (!isEverything(flow)) return flowText(say, 'opens', flow);
  return remote === 'Internet'
    ? say('preview.opensOutboundAccess')
    : say('preview.opensAll', { remote, n: ranges });
}

/** Returns the traffic that a fix blocks, one line per flow. */
export function formatCloses(say: Say, flow: FixFlow): string {
  if (!isEverything(flow) || flow.remote !== 'Internet') return flowText(say, 'closes', flow);
  return say(flow.direction === 'Outbound' ? 'preview.closesOut' : 'preview.closesIn');
}

const keys = {
  opens: { flow: 'preview.opensFlow', any: 'preview.opensAny', protocol: 'preview.opensProtocol' },
  closes: { flow: 'preview.closesFlow', any: 'preview.closesAny', protocol: 'preview.closesProtocol' },
} as const satisfies Record<string, Record<string, MessageKey>>;

function flowText(say: Say, which: keyof typeof keys, flow: FixFlow): string {
  const { protocol, ports, remote, ranges: n } = flow;
  const key = keys[which];
  if (protocol === 'Any') return say(key.any, { ports, remote, n });
  return ports === 'any'
    ? say(key.protocol, { protocol, remote, n })
    : say(key.flow, { protocol, ports, remote, n });
}
