import type { CheckResult, TraceStep } from '../core/check-result';
import type { Reason } from '../core/reason';
import type { Say } from '../messages/say';
import { formatReason } from './reason-text';

/** How a result came about, one sentence a step. */
export function formatTrace(say: Say, trace: CheckResult['trace']): readonly string[] {
  return trace.map((step) => formatReason(say, sharesWord(step, trace) ? ofPart(step.text) : step.text));
}

/** Whether another rule of the same group or firewall had a word as well, so that each took a part of the flow. */
function sharesWord(step: TraceStep, trace: CheckResult['trace']): boolean {
  const place = placeOf(step);
  return place !== null && trace.some((other) => other !== step && placeOf(other) === place);
}

function placeOf({ by }: TraceStep): string | null {
  switch (by?.kind) {
    case 'rule':
      return `${by.level} ${by.groupId}`;
    case 'firewall-rule':
      return by.firewallId;
    default:
      return null;
  }
}

const partly: Readonly<Record<string, string>> = {
  'trace.rule.allows': 'trace.rule.allowsPart',
  'trace.rule.allowsFirst': 'trace.rule.allowsPart',
  'trace.rule.blocks': 'trace.rule.blocksPart',
  'trace.rule.blocksFirst': 'trace.rule.blocksPart',
  'trace.firewall.allows': 'trace.firewall.allowsPart',
  'trace.firewall.blocks': 'trace.firewall.blocksPart',
};

function ofPart(text: Reason): Reason {
  return { ...text, key: partly[text.key] ?? text.key };
}
