import { onlyByDefault } from '../../checks/fixes/deny-other-outbound';
import { findFix } from '../../checks/fixes/find-fix';
import type { Fix } from '../../core/fix';
import { statusOf, type Protocol } from '../../core/check-result';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { compareFlow, type FlowChange } from '../../core/reach/compare';
import type { ReachQuery } from '../../core/reach/reach';
import { isOfResource, type ResourceChange } from '../../core/resource-change';
import { hostProblems } from './host-problems';
import { fixOptionsIn, type FileCheck, type SubjectCheck } from '../check-files';
import { affectedSubnets } from './affected-subnets';
import { isAsIntended } from './as-intended';
import { shadowedBy } from './shadowed-by';
import { changesOtherArguments, whyIgnored } from './terraform/other-arguments';
import type { TestedEdits } from './fix-attempt';
import { writeFix, type FixTestContext } from './written-fix';

/**
 * Edits that deny other traffic of a subnet: required traffic is allowed by written rules, and other traffic is denied.
 */
export interface ClosingEdits extends TestedEdits {
  readonly fix: Fix;
  /** Name of the subnet for display. */
  readonly subnet: string;
  readonly subnetId: ResourceId;
  /** Requirements that default rules satisfied, each with a written rule now. */
  readonly written: readonly string[];
  /** Flows that passed before and are blocked now, each with an example packet. */
  readonly closes: readonly FlowChange[];
}

/** Returns the requirements for which denying other traffic would write rules. Empty if there is anything to fix. */
export function closable({ results }: SubjectCheck): readonly string[] {
  const isBroken = results.some(
    ({ outcome, severity }) => statusOf(outcome) === 'open' && severity === 'error',
  );
  return isBroken ? [] : onlyByDefault(results);
}

/**
 * Denies unnecessary traffic in a subnet that only works because of Azure's default rules. It's tested on a copy of the
 * model and by reading the edited files again. Each required flow must be allowed by a written rule, and there must not
 * be new problems. Undefined if there is nothing to deny, or it can't be written.
 */
export async function closingEdits(
  fixTest: FixTestContext,
  subject: SubjectCheck,
): Promise<ClosingEdits | undefined> {
  const { check } = fixTest.analysis;
  const ids = closable(subject);
  if (ids.length === 0) return undefined;
  const input = { model: check.declared.model, plan: subject.plan, facts: subject.facts };
  const found = findFix(input, ids, {
    ...fixOptionsIn(input.model, subject),
    deniesOtherOutbound: true,
  })?.fix;
  if (!found) return undefined;
  const fix = { ...found, changes: denyLast(found.changes) };
  const written = await writeFix(fixTest, fix);
  if (written.is !== 'written') return undefined;
  const { edits, after } = written;
  const shadowed = shadowedBy(after.check, fix.changes);
  const problemsToClose = hostProblems(after.check);
  if (written.others.some((key) => !shadowed.has(key) && !problemsToClose.has(key))) return undefined;
  const intended = [subject.subnet.id];
  const models = { before: check.declared.model, after: after.check.declared.model };
  const named = [...intended, ...fix.changes.map(({ id }) => id)];
  const ignored = whyIgnored(fixTest.analysis, after);
  const isOther = changesOtherArguments(fixTest.analysis, after, named);
  if ([isOther, ignored !== undefined].includes(true)) return undefined;
  if (!isAsIntended({ ...models, changes: fix.changes, intended })) return undefined;
  const closed = after.check.subjects.find(({ subnet }) => sameId(subnet.id, subject.subnet.id));
  if (!closed || !areWritten(closed, ids)) return undefined;
  const closes = closesFrom(check, after.check, subject);
  const affects = affectedSubnets(subject, models);
  const { id, name } = subject.subnet;
  return { fix, entries: [], affects, edits, subnet: name, subnetId: id, written: ids, closes };
}

/** Sorts the deny rule last, in the order of evaluation. */
function denyLast(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  const denies = (one: ResourceChange): boolean => one.type === 'rule' && one.after?.access === 'Deny';
  const isRule = (one: ResourceChange): boolean => one.type === 'rule' && one.after !== null;
  const isAdded = (one: ResourceChange): boolean => one.before === null && isOfResource(one);
  const rules = [...changes.filter((one) => isRule(one) && !denies(one)), ...changes.filter(denies)];
  return [...changes.filter(isAdded), ...rules, ...changes.filter((one) => !isRule(one) && !isAdded(one))];
}

function areWritten({ results }: SubjectCheck, ids: readonly string[]): boolean {
  return ids.every((id) => {
    const outcome = results.find(({ requirement }) => requirement === id)?.outcome;
    return outcome?.is === 'allowed' && outcome.explicit;
  });
}

/** All outbound traffic to the internet, each protocol with a well-known port. */
const outward: readonly (readonly [protocol: Protocol, port: string])[] = [
  ['TCP', '443'],
  ['UDP', '53'],
  ['ICMP', '*'],
];

function closesFrom(
  before: FileCheck,
  after: FileCheck,
  { plan, subnet, facts }: SubjectCheck,
): readonly FlowChange[] {
  const closed = (protocol: Protocol, port: string): readonly FlowChange[] => {
    const queryOf = ({ declared }: FileCheck): ReachQuery => ({
      model: declared.model,
      subnetId: subnet.id,
      tags: facts.tags,
      publicIp: plan.publicIp,
      flow: { direction: 'Outbound', protocol, ports: [port], remotes: ['Internet'] },
    });
    return compareFlow(queryOf(before), queryOf(after)).closes.filter(({ certain }) => certain);
  };
  return outward.flatMap(([protocol, port]) => {
    const [example] = closed(protocol, port);
    return closed(protocol, '*').map((one) => (example ? { ...one, packet: example.packet } : one));
  });
}
