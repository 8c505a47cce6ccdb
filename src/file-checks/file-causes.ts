import { causesOf } from '../checks/causes';
import type { Cause } from '../core/cause';
import type { CheckResult, Decider, Severity } from '../core/check-result';

/** What decides in subnets of files: told once at its place, over all of them. */
export interface FileCause<Subject, Place> {
  /** Over all subjects, with one result for each requirement: the most severe. */
  readonly cause: Cause;
  /** Where it is written; null where no file has it. */
  readonly place: Place | null;
  /** The subnets that it decides in, each for one compute resource. */
  readonly subjects: readonly [Subject, ...Subject[]];
  /** Every result that belongs to it: of one requirement there may be several. */
  readonly results: readonly CheckResult[];
}

/**
 * One cause for each component that decides and file, over all subnets.
 * @param subjects subnets with the results that count
 * @param placeOf where the cause of a subject is written
 * @returns in the order in which they are found
 */
export function fileCauses<
  Subject extends { readonly results: readonly CheckResult[] },
  Place extends { readonly file: string },
>(
  subjects: readonly Subject[],
  placeOf: (subject: Subject, cause: Cause) => Place | null,
): readonly FileCause<Subject, Place>[] {
  const found = new Map<string, Group<Subject, Place>>();
  for (const subject of subjects) {
    for (const cause of causesOf(subject.results)) {
      const place = placeOf(subject, cause);
      const key = keyOf(cause, place);
      const group = found.get(key);
      if (group) group.others.push({ cause, subject });
      else found.set(key, { place, cause, subject, others: [] });
    }
  }
  return [...found.values()].map(joined);
}

interface Group<Subject, Place> {
  readonly place: Place | null;
  readonly cause: Cause;
  readonly subject: Subject;
  readonly others: { readonly cause: Cause; readonly subject: Subject }[];
}

function joined<Subject, Place>({
  place,
  cause,
  subject,
  others,
}: Group<Subject, Place>): FileCause<Subject, Place> {
  const causes = others.map((one) => one.cause);
  const subjects = new Set(others.map((one) => one.subject));
  subjects.delete(subject);
  return {
    cause: overAll(cause, causes),
    place,
    subjects: [subject, ...subjects],
    results: [cause, ...causes].flatMap(({ results }) => results),
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The most severe result of each requirement, in the order of one cause. */
function overAll(first: Cause, others: readonly Cause[]): Cause {
  if (others.length === 0) return first;
  const all = [first, ...others];
  const sorted = all
    .flatMap(({ results }) => results)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const seen = new Set<string>();
  const [worst = first.results[0], ...rest] = sorted.filter(
    ({ requirement }) => !seen.has(requirement) && seen.add(requirement),
  );
  const fails = all.some(({ status }) => status === 'fails');
  return {
    ...first,
    status: fails ? 'fails' : 'to-confirm',
    severity: worst.severity,
    results: [worst, ...rest],
    flows: [worst, ...rest].filter(({ subject }) => subject !== null).length,
    packet: [worst, ...rest].find(({ subject }) => subject !== null)?.packet ?? null,
    alsoBlockedBy: new Map(all.flatMap((one) => [...one.alsoBlockedBy])),
    blockedEarlier: all.flatMap((one) => one.blockedEarlier),
  };
}

/**
 * The same where the same lines of a file decide, whatever a loop or a module makes of them. What isn't known for one reason
 * is told once in a file.
 */
function keyOf(cause: Cause, place: { readonly file: string } | null): string {
  const { kind, by, key } = cause;
  if (!place) return key;
  if (kind === 'not-readable') return JSON.stringify([key, place.file]);
  return JSON.stringify([kind, by ? namesIn(by) : key, place]);
}

/** What tells apart what is written in the same lines. */
function namesIn(by: Decider): readonly string[] {
  switch (by.kind) {
    case 'rule':
      return [by.name.toLowerCase(), by.direction];
    case 'firewall-rule':
      return [by.collection.toLowerCase(), by.name.toLowerCase()];
    case 'route':
      return [by.name.toLowerCase(), by.destination];
  }
}
