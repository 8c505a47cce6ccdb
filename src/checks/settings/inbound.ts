import type { Decider, Outcome } from '../../core/check-result';
import { segmentOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import {
  withSeverity,
  passed,
  failed,
  failedBy,
  notApplicable,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, TrafficContext } from '../setting-context';
import {
  asDecider,
  isAnyAddress,
  isPublicSide,
  touchesPorts,
  writtenRules,
  type WrittenRule,
} from '../written-rules';

/** Date on which classic Batch communication was retired (simplified compute node communication, undated). */
const batchRetired = '2026-03-31';

const oldBatchPorts = ['29876-29877'];

/**
 * Checks requirement `inbound-batch-29876-29877` in its current form: the allow rule is obsolete. Separate from
 * findings.
 */
export function checkOldBatchRule({ model, place }: PlaceContext): SettingResult {
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return notApplicable('check.oldOpening.none');
  const relic = rules.value?.find(
    (rule) =>
      rule.access === 'Allow' &&
      !rule.destinationPorts.includes('*') &&
      touchesPorts(rule.destinationPorts, oldBatchPorts) &&
      rule.sources.some(isPublicSide),
  );
  return relic
    ? relicNote(relic, 'check.oldOpening.rule', { retired: batchRetired })
    : notApplicable('check.oldOpening.none');
}

function relicNote(rule: WrittenRule, key: string, more: { readonly retired?: string } = {}): SettingResult {
  const { priority, name, sources } = rule;
  const text = reason(key, { priority, name, source: sources });
  return { outcome: { is: 'note', text, by: asDecider(rule), ...more } };
}

/**
 * Checks requirement `inbound-none-for-npip`: an allow rule from the internet that nodes without a public IP can't use.
 */
export function checkNoInbound({ model, place }: PlaceContext): SettingResult {
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return unknownResult(rules.because);
  const opening = rules.value?.find((rule) => rule.access === 'Allow' && rule.sources.some(isPublicSide));
  return opening ? relicNote(opening, 'check.inbound.rule') : passed('check.inbound.none');
}

/**
 * Checks requirement `inbound-ssh-22-cluster`: which sources can reach port 22 if SSH by the public address is enabled.
 */
export function checkSsh({ model, plan, place }: PlaceContext): SettingResult {
  if (plan.publicSshUnknown) return unknownResult(plan.publicSshUnknown);
  if (!plan.publicSsh) return notApplicable('check.ssh.notWanted');
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return unknownResult(rules.because);
  if (rules.value === null) return failed('check.ssh.noGroup');
  const rule = rules.value.find((one) => touchesPorts(one.destinationPorts, ['22']));
  if (rule?.access !== 'Allow') return withSeverity('info', failed('check.ssh.closed'));
  const values = { priority: rule.priority, name: rule.name, source: rule.sources };
  const open = rule.sources.some((one) => isAnyAddress(one) || one.toLowerCase() === 'internet');
  return open ? failed('check.ssh.open', values) : passed('check.ssh.limited', values);
}

/**
 * Checks requirement `subnet-nsg-must-not-contradict-auto-nsg`: the NSG that Azure ML creates allows inbound 44224, and
 * the subnet's NSG must, too. If the flow's own row is already open, this result only explains it.
 */
export function checkBothGroupsAgree({ place, checked }: TrafficContext): SettingResult {
  const associated = place.subnet.securityGroup;
  if (!associated.known) return withSeverity('info', unknownResult(associated.because));
  if (associated.value === null) return passed('check.agree.noGroup');
  const flow = checked('inbound-aml-44224');
  if (!flow || flow.outcome.is === 'not-applicable') return notApplicable('check.otherKind.instance');
  if (flow.outcome.is === 'unknown') return withSeverity('info', unknownResult(flow.outcome.because));
  const stoppedBy = blockerOf(flow.outcome);
  const group = segmentOf(associated.value, 'networkSecurityGroups') ?? '';
  return stoppedBy?.kind === 'rule'
    ? withSeverity('info', failedBy(stoppedBy, 'check.agree.no', { group }))
    : passed('check.agree.yes', { group });
}

function blockerOf(outcome: Outcome): Decider | null {
  return outcome.is === 'blocked' || outcome.is === 'partly-blocked' ? outcome.by : null;
}
