import { sameId } from '../core/network/find';
import { reason, type Reason } from '../core/reason';
import { allSubjects, shortName, type Subject } from '../documents/subjects/subjects';
import { subjectsOf } from '../file-checks/check-files';
import { UsageError, type CheckOptions } from './options';
import type { CheckSource } from './source';

/** The requested subnets of one source. */
export interface SubnetSelection {
  readonly subjects: readonly Subject[];
  /** Names of the compute resources that are checked in them, or all if missing. */
  readonly computes?: readonly string[];
  /** The requested names that it contains. */
  readonly found: readonly string[];
  /** Names of all its subnets. */
  readonly names: readonly string[];
}

/** The options that select subnets. */
type ChoosingOptions = Pick<CheckOptions, 'subnets' | 'allSubnets'>;

/** Returns the subnets of one source that the options name, or the default ones if none is named. */
export function chooseIn({ inputs, directed }: CheckSource, options: ChoosingOptions): SubnetSelection {
  const { subnets: requested } = options;
  const all = allSubjects(inputs);
  const names = [...new Set(all.map(shortName))];
  if (requested.length === 0) return { subjects: subjectsOf(inputs, directed, options), found: [], names };
  const byName = requested.map((name) => [name, all.filter((one) => isNamed(one, name))] as const);
  return {
    subjects: [...new Set(byName.flatMap(([, its]) => its))],
    found: byName.filter(([, its]) => its.length > 0).map(([name]) => name),
    names,
  };
}

/** Returns a test for subnets with one of the names. */
export function isAmong(names: readonly string[]): (subject: Subject) => boolean {
  return (subject) => names.some((name) => isNamed(subject, name));
}

function isNamed(subject: Subject, name: string): boolean {
  const { subnet } = subject;
  return [subnet.name, shortName(subject), subnet.id].some((its) => sameId(its, name));
}

/**
 * Requires that all requested names exist.
 * @throws `UsageError` if a name doesn't match any subnet
 */
export function requireNamed(
  choices: readonly Omit<SubnetSelection, 'subjects' | 'computes'>[],
  requested: readonly string[],
): void {
  const names = [...new Set(choices.flatMap((one) => one.names))];
  const missing = requested.find((name) => !choices.some(({ found }) => found.includes(name)));
  if (missing === undefined || names.length === 0) return;
  throw new UsageError(reason('terminal.noSuchSubnet', { name: missing, names }));
}

/**
 * Returns the only subnet of an export, if it isn't specified.
 * @throws `UsageError` if there are several or none
 */
export function onlySubject({ inputs }: CheckSource): Subject {
  const all = allSubjects(inputs);
  const [first] = all;
  if (!first) throw new UsageError(whyNone(inputs.bare));
  if (all.length === 1) return first;
  const names = [...new Set(all.map(shortName))];
  throw new UsageError(reason('terminal.whichSubnet', { option: '--subnet', names }));
}

function whyNone(bare: readonly string[]): Reason {
  return bare.length > 0
    ? reason('terminal.bare', {
        names: bare,
        n: bare.length,
        list: 'az resource list',
        show: 'az resource show',
      })
    : reason('terminal.noSubnet', { command: 'az network vnet show' });
}
