import { countsAs } from '../checks/summary';
import type { CheckResult, Severity } from '../core/check-result';
import type { CheckReport } from '../contract/check-report';
import type { Say } from '../messages/say';
import { mostNamed } from '../wording/problem-text';
import type { Checked, SubnetCheck } from './check';
import { parametersText, withParameters, type ParameterSource } from './parameter-choice';
import { eachOnce, type Disk } from './read-sources';
import { placeText } from './report/place-text';
import type { FilePlace } from './source';

/** A module whose template couldn't be read, as the report shows it. */
interface ShownModule {
  readonly name: string;
  readonly place: FilePlace;
  /** Why, in words. */
  readonly because: string;
}

/** A compute resource that isn't checked, as the report shows it. */
interface ShownCompute {
  readonly name: string;
  readonly place: FilePlace;
  /** Why, in words. */
  readonly because: string;
}

/** What reading and checking one source came to. */
export interface Ledger {
  /** Names of the files that were read. */
  readonly files: readonly string[];
  /** Those of them with text that is no Bicep or JSON. */
  readonly unreadable: readonly string[];
  readonly missingModules: readonly ShownModule[];
  readonly uncheckedComputes: readonly ShownCompute[];
  /** IDs of the subnets that were checked. */
  readonly subnets: readonly string[];
  /** IDs of subnets that weren't, because of a limit of the run, and why, in words. */
  readonly unchecked: Unchecked;
  /** Names of subnets that weren't, because they only share a network security group with a used one. */
  readonly sharing: readonly string[];
  readonly counts: Counts;
  /** With which values a template was read; null of exports. */
  readonly parameters: ParameterSource | null;
}

interface Unchecked {
  readonly ids: readonly string[];
  readonly because: string;
  /** The limit may even hide which subnets there are. */
  readonly isAll: boolean;
}

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly unknown: number;
}

/** How many requirements of the checked subnets failed or are unknown. What the files say to ignore doesn't count. */
export function countChecks({ checks }: Pick<Checked, 'checks'>): Counts {
  return {
    errors: countOf(checks, 'toFix'),
    warnings: countOf(checks, 'advised'),
    // One that is ready under no assumption is unknown, though each of its requirements may be met under one.
    unknown: countOf(checks, 'unknown') + checks.filter(({ onlyIf }) => onlyIf === null).length,
  };
}

/** Not what a comment ignores, nor what findings of rules and routes report by themselves. */
export function isReported({ ignored, refined }: SubnetCheck, { requirement }: CheckResult): boolean {
  return !ignored.has(requirement) && !refined.has(requirement);
}

function countOf(checks: readonly SubnetCheck[], as: 'toFix' | 'advised' | 'unknown'): number {
  return checks.reduce(
    (sum, check) =>
      sum + check.results.filter((one) => isReported(check, one) && countsAs(one) === as).length,
    0,
  );
}

/** They're counted by themselves. */
const elsewhere = 'subnet-not-in-files';

/** Something that is reported beside the subnets. */
interface Counted {
  readonly id: string;
  /** What it counts as; null of what is unknown. */
  readonly severity: Severity | null;
  /** It counts as a requirement of a subnet already. */
  readonly isCounted?: true;
}

/** What a whole run read and found. */
export type RunSummary = CheckReport['summary'];

interface RunFiles {
  /** Names of files that couldn't be read at all. */
  readonly failed: readonly string[];
  readonly readErrors: RunSummary['readErrors'];
  /** Names of all files that were named or found. */
  readonly listed: readonly string[];
  /** Names of templates that the compiler wrote from a Bicep file next to them. */
  readonly compiled: readonly string[];
  readonly disk: Pick<Disk, 'realPathOf'>;
}

/**
 * @param told what is reported once, whichever answers report it
 */
export function summarizeRun(
  ledgers: readonly Ledger[],
  told: readonly Counted[],
  { failed, readErrors, listed, compiled, disk }: RunFiles,
): RunSummary {
  const unreadable = eachOnce(disk, [...failed, ...ledgers.flatMap((one) => one.unreadable)]);
  const files = eachOnce(disk, [...failed, ...listed, ...ledgers.flatMap((one) => one.files)]);
  const modules = new Map(
    ledgers.flatMap((one) => one.missingModules).map((one) => [JSON.stringify([one.name, one.place]), one]),
  );
  const unchecked = new Map(
    ledgers
      .flatMap((one) => one.uncheckedComputes)
      .map((one) => [JSON.stringify([one.name, one.place]), one]),
  );
  const sum = (count: keyof Counts): number => ledgers.reduce((all, { counts }) => all + counts[count], 0);
  const left = new Set(ledgers.flatMap((one) => one.unchecked.ids));
  const subnets = new Set(ledgers.flatMap((one) => one.subnets).filter((id) => !left.has(id)));
  const hidden = ledgers.filter(({ unchecked: { ids, isAll } }) => isAll && ids.length === 0).length;
  const ofTold = (severity: Counted['severity']): number =>
    told.filter((one) => one.severity === severity).length;
  return {
    filesRead: files.length - eachOnce(disk, failed).length,
    compiledTemplates: [...compiled].sort(),
    notReadable: [...unreadable].sort(),
    readErrors: [...readErrors],
    missingModules: [...modules.values()],
    uncheckedComputes: [...unchecked.values()],
    parameterFiles: withParameters(ledgers.flatMap(({ parameters }) => parameters ?? [])),
    computesElsewhere: told.filter(({ id }) => id === elsewhere).length,
    subnetsChecked: subnets.size,
    subnetsNotChecked: left.size,
    notCheckedBecause: [
      ...new Set(ledgers.flatMap(({ unchecked: { ids, because } }) => (ids.length > 0 ? [because] : []))),
    ],
    sharingSubnets: [...new Set(ledgers.flatMap(({ sharing }) => sharing))].sort(),
    errors: sum('errors') + ofTold('error'),
    warnings: sum('warnings') + ofTold('warning'),
    // A subnet that wasn't checked is unknown, once.
    unknown: sum('unknown') + told.filter(isUnknown).length + left.size + hidden,
  };
}

function isUnknown({ id, severity, isCounted }: Counted): boolean {
  return severity === null && id !== elsewhere && isCounted === undefined;
}

/** The summary in one line, and before it what wasn't checked: modules that couldn't be read, and compute resources. */
export function summaryText(say: Say, summary: RunSummary): string {
  const { missingModules, notReadable, computesElsewhere } = summary;
  const parts = [
    say('terminal.ledger.files', { n: summary.filesRead }),
    say('terminal.ledger.notReadable', { n: notReadable.length }),
    say('terminal.ledger.modules', { n: missingModules.length }),
    say('terminal.ledger.elsewhere', { n: computesElsewhere }),
  ];
  const { errors, warnings, unknown, subnetsNotChecked } = summary;
  const line = say('terminal.ledger.line', {
    read: parts,
    subnets: [
      say('terminal.ledger.subnets', { n: summary.subnetsChecked }),
      ...(subnetsNotChecked > 0 ? [say('terminal.ledger.notChecked', { n: subnetsNotChecked })] : []),
    ],
    found: [
      say('terminal.ledger.errors', { n: errors }),
      say('terminal.ledger.warnings', { n: warnings }),
      say('terminal.ledger.unknown', { n: unknown }),
    ],
  });
  const modules = missingModules.map(({ place, because }) => `    ${placeText(place)}: ${because}`);
  const computes = summary.uncheckedComputes.map(
    ({ name, place, because }) =>
      `    ${say('terminal.ledger.uncheckedCompute', { place: placeText(place), name, because })}`,
  );
  const parameters = parametersText(say, summary.parameterFiles);
  return [
    ...(parameters === '' ? [] : [parameters, '']),
    ...(modules.length > 0 ? [say('terminal.ledger.missing'), ...modules, ''] : []),
    ...(computes.length > 0 ? [say('terminal.ledger.unchecked'), ...computes, ''] : []),
    ...notCheckedOf(say, summary).flatMap((text) => [text, '']),
    line,
  ].join('\n');
}

function isLong(names: readonly string[]): boolean {
  return names.length > mostNamed;
}

/** What was left out on purpose, and how to have it checked. */
function notCheckedOf(say: Say, { sharingSubnets, compiledTemplates }: RunSummary): readonly string[] {
  return [
    ...(sharingSubnets.length > 0
      ? [
          say(isLong(sharingSubnets) ? 'terminal.ledger.sharingAmong' : 'terminal.ledger.sharing', {
            n: sharingSubnets.length,
            subnets: sharingSubnets.slice(0, mostNamed),
            option: '--all-subnets',
          }),
        ]
      : []),
    ...(compiledTemplates.length > 0
      ? [
          say('terminal.ledger.compiled', {
            n: compiledTemplates.length,
            files: compiledTemplates,
          }),
        ]
      : []),
  ];
}
