import type { Cause } from '../core/cause';
import type { CheckResult, Decider, Severity } from '../core/check-result';

/** A cause in subnets of files, reported once at its place, over all of them. */
export interface FileCause<Subject, Place> {
  /** The cause over all subjects, with one result for each requirement: the most severe. */
  readonly cause: Cause;
  /** The place in the files, or null if no file contains it. */
  readonly place: Place | null;
  /** The subnets with this cause, each for one compute resource. */
  readonly subjects: readonly [Subject, ...Subject[]];
  /** All results that belong to it. There may be several for one requirement. */
  readonly results: readonly CheckResult[];
}

/**
 * Returns one cause for each deciding component and file, over all subnets.
 * @param subjects subnets with the results that count
 * @param causesOf returns the causes of a subject
 * @param placeOf returns the place of a cause
 * @returns the causes in the order in which they are found
 */
export function fileCauses<Subject, Place extends { readonly file: string }>(
  subjects: readonly Subject[],
  causesOf: (subject: Subject) => readonly Cause[],
  placeOf: (cause: Cause) => Place | null,
): readonly FileCause<Subject, Place>[] {
  const found = new Map<string, Group<Subject, Place>>();
  for (const subject of subjects) {
    for (const cause of causesOf(subject)) {
      const place = placeOf(cause);
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

/** Returns the most severe result of each requirement, in the order of one cause. */
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
 * Returns a key that is the same if the same lines of a file decide, whatever a loop or a module creates from them.
 * Results that aren't known for the same reason are reported once per file.
 */
function keyOf(cause: Cause, place: { readonly file: string } | null): string {
  const { kind, by, key } = cause;
  if (!place) return key;
  if (kind === 'not-readable') return JSON.stringify([key, place.file]);
  return JSON.stringify([kind, by ? namesIn(by) : key, place]);
}

/** Returns the names that distinguish components which are declared by the same lines. */
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
