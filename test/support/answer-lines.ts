import type { Decider, FlowResult, FlowPart } from '../../src/core/check-result';
import type { Reason } from '../../src/core/reason';
import { outcomeSummary } from './reach-text';

/** Prints everything in a result, one short line each, so that every change of it is visible. */
export function answerLines(answer: FlowResult): string[] {
  const { packet, blocked, allowed, trace, assumptions } = answer;
  return [
    outcomeSummary(answer),
    packet
      ? `packet ${packet.protocol} ${packet.source}:${packet.sourcePort} > ${packet.destination}:${packet.destinationPort}`
      : 'no packet',
    ...blocked.map((part) => `blocked ${partWords(part)}`),
    ...allowed.map((part) => `allowed ${partWords(part)}`),
    ...trace.map((step) => `${step.decides ? '=>' : '->'} ${reasonWords(step.text)}${byWords(step.by)}`),
    ...assumptions.map((one) => `assumed ${reasonWords(one)}`),
  ];
}

function partWords({ protocol, ports, ranges, names }: FlowPart): string {
  return `${protocol} ${ports} to ${ranges}${names ? ` (${names.join(' ')})` : ''}`;
}

export function reasonWords({ key, values }: Reason): string {
  const overrides = Object.entries(values ?? {}).map(([name, value]) => `${name}=${String(value)}`);
  return [key, ...overrides].join(' ');
}

function byWords(by: Decider | null): string {
  if (!by) return '';
  return by.kind === 'route' ? ` [route ${by.destination}]` : ` [${by.kind} ${by.name}]`;
}
