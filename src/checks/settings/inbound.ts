import type { Decider, Outcome } from '../../core/check-result';
import { segmentOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import {
  withSeverity,
  passed,
  failed,
  failedBy,
  notApplicable,
  undecided,
  type SettingResult,
} from '../setting-result';
import type { SubnetContext } from '../setting-context';
import {
  asDecider,
  isAnyAddress,
  isPublicSide,
  touchesPorts,
  writtenRules,
  type WrittenRule,
} from '../written-rules';

/** Classic Batch communication ended then (simplified compute node communication, undated). */
const batchRetired = '2026-03-31';

const oldBatchPorts = ['29876-29877'];

/** Requirement `inbound-batch-29876-29877` as it is today: the opening is a relic, told apart from findings. */
export function checkOldBatchRule({ model, place }: SubnetContext): SettingResult {
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return notApplicable('judge.oldOpening.none');
  const relic = rules.value?.find(
    (rule) =>
      rule.access === 'Allow' &&
      !rule.destinationPorts.includes('*') &&
      touchesPorts(rule.destinationPorts, oldBatchPorts) &&
      rule.sources.some(isPublicSide),
  );
  return relic
    ? relicNote(relic, 'judge.oldOpening.rule', { retired: batchRetired })
    : notApplicable('judge.oldOpening.none');
}

function relicNote(rule: WrittenRule, key: string, more: { readonly retired?: string } = {}): SettingResult {
  const { priority, name, sources } = rule;
  const text = reason(key, { priority, name, source: sources });
  return { outcome: { is: 'note', text, by: asDecider(rule), ...more } };
}

/** Requirement `inbound-none-for-npip`: an opening to the internet that nodes without a public IP cannot use. */
export function checkNoInbound({ model, place }: SubnetContext): SettingResult {
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return undecided(rules.because);
  const opening = rules.value?.find((rule) => rule.access === 'Allow' && rule.sources.some(isPublicSide));
  return opening ? relicNote(opening, 'judge.inbound.rule') : passed('judge.inbound.none');
}

/** Requirement `inbound-ssh-22-cluster`: who gets in on port 22 where SSH by the public address is wanted. */
export function checkSsh({ model, plan, place }: SubnetContext): SettingResult {
  if (plan.publicSshUnknown) return undecided(plan.publicSshUnknown);
  if (!plan.publicSsh) return notApplicable('judge.ssh.notWanted');
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return undecided(rules.because);
  if (rules.value === null) return failed('judge.ssh.noGroup');
  const rule = rules.value.find((one) => touchesPorts(one.destinationPorts, ['22']));
  if (rule?.access !== 'Allow') return withSeverity('info', failed('judge.ssh.closed'));
  const values = { priority: rule.priority, name: rule.name, source: rule.sources };
  const open = rule.sources.some((one) => isAnyAddress(one) || one.toLowerCase() === 'internet');
  return open ? failed('judge.ssh.open', values) : passed('judge.ssh.limited', values);
}

/**
 * Requirement `subnet-nsg-must-not-contradict-auto-nsg`: the group that Azure ML makes lets 44224 in, and the
 * subnet's must too. Where the flow's own row is open already, this one only explains.
 */
export function checkBothGroupsAgree({ place, checked }: SubnetContext): SettingResult {
  const attached = place.subnet.securityGroup;
  if (!attached.known) return withSeverity('info', undecided(attached.because));
  if (attached.value === null) return passed('judge.agree.noGroup');
  const flow = checked('inbound-aml-44224');
  if (!flow || flow.outcome.is === 'not-applicable') return notApplicable('judge.otherKind.instance');
  if (flow.outcome.is === 'undecided') return withSeverity('info', undecided(flow.outcome.because));
  const stoppedBy = blockerOf(flow.outcome);
  const group = segmentOf(attached.value, 'networkSecurityGroups') ?? '';
  return stoppedBy?.kind === 'rule'
    ? withSeverity('info', failedBy(stoppedBy, 'judge.agree.no', { group }))
    : passed('judge.agree.yes', { group });
}

function blockerOf(outcome: Outcome): Decider | null {
  return outcome.is === 'blocked' || outcome.is === 'partly-blocked' ? outcome.by : null;
}
