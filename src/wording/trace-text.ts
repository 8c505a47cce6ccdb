import type { CheckResult, TraceStep } from '../core/check-result';
import type { Reason } from '../core/reason';
import type { Say } from '../messages/say';
import { formatSentence } from './reason-text';

/** Returns how a result was decided, a sentence per step. */
export function formatTrace(say: Say, trace: CheckResult['trace']): readonly string[] {
  return trace.map((step) => formatSentence(say, sharesWord(step, trace) ? ofPart(step.text) : step.text));
}

/** True if another rule of the same NSG or firewall also decided, so that each decided a part of the flow. */
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
