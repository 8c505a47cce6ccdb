import type { FixFlow } from '../core/fix';
import type { MessageKey } from '../messages/en/catalogue';
import type { Say } from '../messages/say';

function isEverything({ protocol, ports }: FixFlow): boolean {
  return protocol === 'Any' && ports === 'any';
}

/** What a fix opens: one line a flow. */
export function wordOpens(say: Say, flow: FixFlow): string {
  const { remote, ranges } = flow;
  if (!isEverything(flow)) return flowText(say, 'preview.opensFlow', flow);
  return remote === 'Internet' ? say('preview.opensWayOut') : say('preview.opensAll', { remote, n: ranges });
}

/** What a fix closes: one line a flow. */
export function wordCloses(say: Say, flow: FixFlow): string {
  if (!isEverything(flow) || flow.remote !== 'Internet') return flowText(say, 'preview.closesFlow', flow);
  return say(flow.direction === 'Outbound' ? 'preview.closesOut' : 'preview.closesIn');
}

function flowText(
  say: Say,
  key: Extract<MessageKey, 'preview.opensFlow' | 'preview.closesFlow'>,
  flow: FixFlow,
): string {
  const protocol = flow.protocol === 'Any' ? say('subject.any') : flow.protocol;
  return say(key, { protocol, ports: flow.ports, remote: flow.remote, n: flow.ranges });
}
