import type { Severity } from '../core/check-result';
import type { CheckReport } from '../contract/check-report';
import type { Say } from '../messages/say';
import { mostNamed } from '../wording/problem-text';
import { parametersText, withParameters, type ParameterSource } from './parameter-choice';
import { eachOnce, type Disk } from './read-sources';
import { countRows, mergeRows, type ReportRow, type RowCount } from './report/report-row';
import { styled, type StyledText, type TextStyle, type StyledLine } from './screen';
import type { FilePlace } from './source';

/** A module whose template couldn't be read, as the report shows it. */
interface ShownModule {
  readonly name: string;
  readonly place: FilePlace;
  /** The reason, as text. */
  readonly because: string;
}

/** A compute resource that isn't checked, as the report shows it. */
interface ShownCompute {
  readonly name: string;
  readonly place: FilePlace;
  /** The reason, as text. */
  readonly because: string;
}

/** A subnet that was checked. Two files that declare the same subnet may have different results for it. */
interface CheckedSubnet {
  readonly id: string;
  /** The file that declares it; null in exports. */
  readonly file: string | null;
}

/** A record of reading and checking one source. */
export interface SourceSummary {
  /** Names of the files that were read. */
  readonly files: readonly string[];
  /** All files that were read, if none of them contains an Azure resource; otherwise empty. */
  readonly withoutResources: readonly string[];
  /** Names of those with text that isn't valid Bicep or JSON. */
  readonly unreadable: readonly string[];
  readonly missingModules: readonly ShownModule[];
  readonly uncheckedComputes: readonly ShownCompute[];
  /** Subnets that were checked. */
  readonly subnets: readonly CheckedSubnet[];
  /** IDs of subnets that weren't checked because of a limit of the run, with the reason as text. */
  readonly unchecked: Unchecked;
  /** Names of subnets that weren't checked because they only share an NSG with a used one. */
  readonly sharing: readonly string[];
  /** The results, by cause. */
  readonly rows: readonly ReportRow[];
  /** The source of a template's parameter values, or null for exports. */
  readonly parameters: ParameterSource | null;
}

interface Unchecked {
  readonly ids: readonly string[];
  readonly because: string;
  /** True if the limit may even hide which subnets exist. */
  readonly isAll: boolean;
}

/** These are counted separately. */
const elsewhere = 'subnet-not-in-files';

/** An item that is reported in addition to the subnets. */
interface Counted {
  readonly id: string;
  /** Its severity, or null if it is unknown. */
  readonly severity: Severity | null;
  /** True if it's already counted as a requirement of a subnet. */
  readonly isCounted?: true;
}

/** A summary of what a run read and found. */
export type RunSummary = CheckReport['summary'];

interface RunFiles {
  /** Names of files that couldn't be read at all. */
  readonly failed: readonly string[];
  readonly readErrors: RunSummary['readErrors'];
  /** Names of all files that were named or found. */
  readonly listed: readonly string[];
  /** Names of templates that the compiler wrote from a Bicep file next to them. */
  readonly compiled: readonly string[];
  /** Names of files in folders that don't contain an Azure resource. */
  readonly withoutResources: readonly string[];
  readonly disk: Pick<Disk, 'realPathOf'>;
}

/** @param reported items that are reported once for all sources */
export function summarizeRun(
  summaries: readonly SourceSummary[],
  reported: readonly Counted[],
  { failed, readErrors, listed, compiled, withoutResources, disk }: RunFiles,
): RunSummary {
  const unreadable = eachOnce(disk, [...failed, ...summaries.flatMap((one) => one.unreadable)]);
  const files = eachOnce(disk, [...failed, ...listed, ...summaries.flatMap((one) => one.files)]);
  const modules = new Map(
    summaries.flatMap((one) => one.missingModules).map((one) => [JSON.stringify([one.name, one.place]), one]),
  );
  const unchecked = new Map(
    summaries
      .flatMap((one) => one.uncheckedComputes)
      .map((one) => [JSON.stringify([one.name, one.place]), one]),
  );
  const rows = mergeRows(summaries.flatMap((one) => one.rows));
  const counts = {
    errors: countRows(rows, 'error'),
    warnings: countRows(rows, 'warning'),
    unknown: countRows(rows, 'unknown'),
    infos: countRows(rows, 'info'),
  };
  const left = new Set(summaries.flatMap((one) => one.unchecked.ids));
  const subnets = new Set(
    summaries
      .flatMap((one) => one.subnets)
      .filter(({ id }) => !left.has(id))
      .map(({ id, file }) => JSON.stringify([id, file])),
  );
  const hidden = summaries.filter(({ unchecked: { ids, isAll } }) => isAll && ids.length === 0).length;
  const ofReported = (severity: Counted['severity']): number =>
    reported.filter((one) => one.severity === severity).length;
  return {
    filesRead: files.length - eachOnce(disk, failed).length,
    compiledTemplates: [...compiled].sort(),
    notReadable: [...unreadable].sort(),
    withoutResources: [...eachOnce(disk, filesWithoutResources(summaries, withoutResources))].sort(),
    readErrors: [...readErrors],
    missingModules: [...modules.values()],
    uncheckedComputes: [...unchecked.values()],
    parameterFiles: withParameters(summaries.flatMap(({ parameters }) => parameters ?? [])),
    computesElsewhere: reported.filter(({ id }) => id === elsewhere).length,
    subnetsChecked: subnets.size,
    subnetsNotChecked: left.size,
    notCheckedBecause: [
      ...new Set(summaries.flatMap(({ unchecked: { ids, because } }) => (ids.length > 0 ? [because] : []))),
    ],
    sharingSubnets: [...new Set(summaries.flatMap(({ sharing }) => sharing))].sort(),
    errors: counts.errors.rows + ofReported('error'),
    warnings: counts.warnings.rows + ofReported('warning'),
    // A subnet that wasn't checked counts as unknown, once.
    unknown: counts.unknown.rows + reported.filter(isUnknown).length + left.size + hidden,
    infos: counts.infos.rows + ofReported('info'),
    flows: {
      errors: counts.errors.flows,
      warnings: counts.warnings.flows,
      unknown: counts.unknown.flows,
      infos: counts.infos.flows,
    },
  };
}

/** Returns the files that no source reads together with an Azure resource. */
function filesWithoutResources(
  summaries: readonly SourceSummary[],
  listed: readonly string[],
): readonly string[] {
  const inhabited = new Set(
    summaries.filter((one) => one.withoutResources.length === 0).flatMap((one) => one.files),
  );
  return [...listed, ...summaries.flatMap((one) => one.withoutResources)].filter(
    (file) => !inhabited.has(file),
  );
}

function isUnknown({ id, severity, isCounted }: Counted): boolean {
  return severity === null && id !== elsewhere && isCounted === undefined;
}

/**
 * Returns the summary: what was found and read, preceded by the source of parameter values and what was left out on
 * purpose.
 */
export function summaryLines(say: Say, summary: RunSummary): readonly (readonly StyledLine[])[] {
  const parameters = parametersText(say, summary.parameterFiles);
  const texts = [...(parameters === '' ? [] : [parameters]), ...notCheckedOf(say, summary)];
  return [
    ...texts.map((text) => text.split('\n').map((line): StyledLine => [styled('plain', line)])),
    [summaryLine(say, summary)],
  ];
}

/** Returns the same without styles. */
export function summaryText(say: Say, summary: RunSummary): string {
  const blocks = summaryLines(say, summary);
  return blocks
    .map((lines) => lines.map((line) => line.map(({ text }) => text).join('')).join('\n'))
    .join('\n\n');
}

/** Returns the results on one line. */
export function summaryTextLine(say: Say, summary: RunSummary): string {
  return summaryLine(say, summary)
    .map(({ text }) => text)
    .join('');
}

/**
 * Returns a line such as “1 error (8 flows), 1 unknown (13 flows) in 3 files; 1 module missing”. Parts with zero items
 * are left out.
 */
function summaryLine(say: Say, summary: RunSummary): StyledLine {
  const { filesRead, notReadable, missingModules, computesElsewhere, subnetsNotChecked } = summary;
  const found = foundParts(say, summary);
  // A module that several calls use counts once.
  const modules = new Set(missingModules.map(({ name, because }) => JSON.stringify([name, because])));
  const rest = [
    ...(notReadable.length > 0 ? [say('terminal.summary.notReadable', { n: notReadable.length })] : []),
    ...(modules.size > 0 ? [say('terminal.summary.modules', { n: modules.size })] : []),
    ...(computesElsewhere > 0 ? [say('terminal.summary.elsewhere', { n: computesElsewhere })] : []),
    ...(subnetsNotChecked > 0 ? [say('terminal.summary.notChecked', { n: subnetsNotChecked })] : []),
  ];
  return [
    ...found,
    styled('plain', ` ${[say('terminal.summary.inFiles', { n: filesRead }), ...rest].join('; ')}`),
  ];
}

/** True if the files that were named contain nothing to check. */
export function isNothingChecked({ filesRead, notReadable, withoutResources }: RunSummary): boolean {
  return notReadable.length === 0 && withoutResources.length >= filesRead;
}

function foundParts(say: Say, summary: RunSummary): readonly StyledText[] {
  const { errors, warnings, unknown, infos, flows } = summary;
  const part = (text: string, style: TextStyle, count: RowCount): readonly StyledText[] => {
    if (count.rows === 0) return [];
    return [
      styled(style, text),
      ...(count.flows > 0 ? [styled('plain', ` ${say('terminal.summary.flows', { n: count.flows })}`)] : []),
    ];
  };
  const isClean = errors + warnings + unknown === 0;
  const parts = [
    isClean
      ? [styled('plain', say(`terminal.summary.${isNothingChecked(summary) ? 'nothing' : 'noErrors'}`))]
      : [],
    part(say('terminal.summary.errors', { n: errors }), 'red', { rows: errors, flows: flows.errors }),
    part(say('terminal.summary.warnings', { n: warnings }), 'yellow', {
      rows: warnings,
      flows: flows.warnings,
    }),
    part(say('terminal.summary.unknown', { n: unknown }), 'yellow', { rows: unknown, flows: flows.unknown }),
    part(say('terminal.summary.infos', { n: infos }), 'plain', { rows: infos, flows: 0 }),
  ].filter((one) => one.length > 0);
  const list = new Intl.ListFormat(say.language, { type: 'unit' });
  return list
    .formatToParts(Array.from(parts.keys(), String))
    .flatMap(({ type, value }) =>
      type === 'element' ? (parts[Number(value)] ?? []) : [styled('plain', value)],
    );
}

function isLong(names: readonly string[]): boolean {
  return names.length > mostNamed;
}

/** Returns the subnets and files that weren't checked by design, and the options that include them. */
function notCheckedOf(say: Say, { sharingSubnets, compiledTemplates }: RunSummary): readonly string[] {
  return [
    ...(sharingSubnets.length > 0
      ? [
          say(isLong(sharingSubnets) ? 'terminal.summary.sharingAmong' : 'terminal.summary.sharing', {
            n: sharingSubnets.length,
            subnets: sharingSubnets.slice(0, mostNamed),
            option: '--all-subnets',
          }),
        ]
      : []),
    ...(compiledTemplates.length > 0
      ? [
          say('terminal.summary.compiled', {
            n: compiledTemplates.length,
            files: compiledTemplates,
          }),
        ]
      : []),
  ];
}
