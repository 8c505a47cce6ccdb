import { segmentOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import { at, met, notMet, notNeeded, undecided, type SettingAnswer } from '../setting-answer';
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
export function judgeOldBatchOpening({ model, place }: SubnetContext): SettingAnswer {
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return notNeeded('judge.oldOpening.none');
  const relic = rules.value?.find(
    (rule) =>
      rule.access === 'Allow' &&
      !rule.destinationPorts.includes('*') &&
      touchesPorts(rule.destinationPorts, oldBatchPorts) &&
      rule.sources.some(isPublicSide),
  );
  return relic
    ? relicNote(relic, 'judge.oldOpening.rule', { retired: batchRetired })
    : notNeeded('judge.oldOpening.none');
}

function relicNote(rule: WrittenRule, key: string, more: { readonly retired?: string } = {}): SettingAnswer {
  const { priority, name, sources } = rule;
  const text = reason(key, { priority, name, source: sources });
  return { verdict: { is: 'note', text, by: asDecider(rule), ...more } };
}

/** Requirement `inbound-none-for-npip`: an opening to the internet that nodes without a public IP cannot use. */
export function judgeNoInbound({ model, place }: SubnetContext): SettingAnswer {
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return undecided(rules.because);
  const opening = rules.value?.find((rule) => rule.access === 'Allow' && rule.sources.some(isPublicSide));
  return opening ? relicNote(opening, 'judge.inbound.rule') : met('judge.inbound.none');
}

/** Requirement `inbound-ssh-22-cluster`: who gets in on port 22 where SSH by the public address is wanted. */
export function judgeSsh({ model, plan, place }: SubnetContext): SettingAnswer {
  if (plan.publicSshUnknown) return undecided(plan.publicSshUnknown);
  if (!plan.publicSsh) return notNeeded('judge.ssh.notWanted');
  const rules = writtenRules(model, place.subnet, 'Inbound');
  if (!rules.known) return undecided(rules.because);
  if (rules.value === null) return notMet('judge.ssh.noGroup');
  const rule = rules.value.find((one) => touchesPorts(one.destinationPorts, ['22']));
  if (rule?.access !== 'Allow') return at('info', notMet('judge.ssh.closed'));
  const values = { priority: rule.priority, name: rule.name, source: rule.sources };
  const open = rule.sources.some((one) => isAnyAddress(one) || one.toLowerCase() === 'internet');
  return open ? notMet('judge.ssh.open', values) : met('judge.ssh.limited', values);
}

/**
 * Requirement `subnet-nsg-must-not-contradict-auto-nsg`: the group that Azure ML makes lets 44224 in, and the
 * subnet's must too. Where the flow's own row is open already, this one only explains.
 */
export function judgeBothGroupsAgree({ place, judged }: SubnetContext): SettingAnswer {
  const attached = place.subnet.securityGroup;
  if (!attached.known) return at('info', undecided(attached.because));
  if (attached.value === null) return met('judge.agree.noGroup');
  const flow = judged('inbound-aml-44224');
  if (!flow || flow.verdict.is === 'not-applicable') return notNeeded('judge.otherKind.instance');
  if (flow.verdict.is === 'undecided') return at('info', undecided(flow.verdict.because));
  const stopped =
    (flow.verdict.is === 'blocked' || flow.verdict.is === 'partly-blocked') &&
    flow.verdict.by.kind === 'rule';
  const group = segmentOf(attached.value, 'networkSecurityGroups') ?? '';
  return stopped ? at('info', notMet('judge.agree.no', { group })) : met('judge.agree.yes', { group });
}
