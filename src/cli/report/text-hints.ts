import { shellWord } from '../../plans/code/scripts/shell-text';
import type { Say } from '../../messages/say';
import type { MessageKey } from '../../messages/en/catalog';
import { formatReason } from '../../wording/reason-text';
import type { RunSummary } from '../run-summary';
import type { GivenOptions } from '../options';
import { styled, type StyledLine } from '../screen';
import { separateMissingModules } from './missing-modules';
import { placeText } from './place-text';
import { isCauseRow, rowFlows, type ReportRow } from './report-row';

/** The options of the run. */
export interface HintContext {
  /** Files and folders as named on the command line. */
  readonly files: readonly string[];
  /** True if the files are standard input, which other commands can't read again. */
  readonly isInput: boolean;
  readonly showsFlows: boolean;
  /** The options on the command line. */
  readonly given: GivenOptions;
}

interface Found {
  readonly rows: readonly ReportRow[];
  readonly summary: RunSummary;
}

interface Hint {
  readonly label: MessageKey;
  /** Each line with the text after it. */
  readonly lines: readonly (readonly [text: string, more?: string])[];
}

const program = 'aml-secure-compute';

/** Returns the next steps for the results: a command for each, or the missing part. */
export function hintLines(say: Say, context: HintContext, found: Found): readonly (readonly StyledLine[])[] {
  const hints = [
    ...(context.isInput
      ? []
      : [
          fixHint(context, found),
          explainHint(context, found),
          flowsHint(context, found),
          requestHint(context, found),
        ]),
    modulesHint(say, found),
    subnetsHint(say, found),
    uncheckedComputeHint(say, found),
  ].filter((hint) => hint !== null);
  const width = Math.max(0, ...hints.map(({ label }) => say(label).length));
  const lines = hints.flatMap(({ label, lines: all }) =>
    all.map(([text, more], at): StyledLine => [
      styled('cyan', `  ${(at === 0 ? say(label) : '').padEnd(width)}  `),
      styled('plain', text),
      ...(more === undefined ? [] : [styled('dim', `  ${more}`)]),
    ]),
  );
  return lines.length === 0 ? [] : [lines];
}

function fixHint({ given }: HintContext, { rows }: Found): Hint | null {
  const [file] = rows.flatMap(({ fixedIn }) => (fixedIn === null ? [] : [fixedIn]));
  if (file === undefined) return null;
  const line = commandLine('fix', file, ...repeatedOptions(given), '--dry-run');
  return { label: 'terminal.hint.fix', lines: [[line]] };
}

function commandLine(...words: readonly string[]): string {
  return [program, ...words.map(shellWord)].join(' ');
}

/** Returns the hint for the first row of a template. Lines of exports can't be explained. */
function explainHint({ given }: HintContext, { rows }: Found): Hint | null {
  for (const { at, template, deployment, level, message } of rows) {
    if (!at || template === null || level === 'info' || !isCauseRow({ message })) continue;
    const roots = deployment?.map(({ root }) => root) ?? [template];
    const named = roots.every((root) => root === at.file) ? [] : roots;
    const line = commandLine('explain', `${at.file}:${at.line}`, ...named, ...repeatedOptions(given));
    return { label: 'terminal.hint.explain', lines: [[line]] };
  }
  return null;
}

function flowsHint({ files, showsFlows, given }: HintContext, { rows }: Found): Hint | null {
  if (showsFlows || !rows.some((row) => row.level === 'info' || rowFlows(row).length > 0)) return null;
  return {
    label: 'terminal.hint.flows',
    lines: [[commandLine('check', ...files, ...fileOptionsOf(given), ...repeatedOptions(given), '--flows')]],
  };
}

/** Causes for which another owner decides, or a rule of a network manager or firewall. */
const kindsToRequest: readonly string[] = ['appliance-decides', 'admin-rule-blocks', 'firewall-blocks'];

function requestHint({ files, given }: HintContext, { rows }: Found): Hint | null {
  const its = rows.filter(isRequested);
  if (its.length === 0) return null;
  const named = its.map(({ deployment }) =>
    deployment?.map(({ root, parameters }) =>
      parameters !== undefined && files.includes(parameters) ? parameters : root,
    ),
  );
  // Exports are checked together, and a compute resource can be in another file than its subnet.
  const requestFiles = named.every((one) => one !== undefined) ? [...new Set(named.flat())] : files;
  return {
    label: 'terminal.hint.request',
    lines: [
      [
        `${commandLine('request', ...requestFiles, ...fileOptionsOf(given), ...repeatedOptions(given))} > request.md`,
      ],
    ],
  };
}

/** True if another owner decides. The request then contains what to do. */
function isRequested({ id, level }: Pick<ReportRow, 'id' | 'level'>): boolean {
  return level !== 'info' && kindsToRequest.includes(id);
}

function modulesHint(say: Say, { summary: { missingModules } }: Found): Hint | null {
  if (missingModules.length === 0) return null;
  const { toInstall, others } = separateMissingModules(say, missingModules);
  const install = say('terminal.hint.install', { n: toInstall.length });
  return {
    label: 'terminal.hint.modules',
    lines: [
      ...(toInstall.length > 0 ? [[install] as const] : []),
      ...toInstall.map(({ place, name }) => [placeText(place), name] as const),
      ...others.map(({ place, because }) => [placeText(place), because] as const),
    ],
  };
}

/** Returns the hint for compute resources whose subnet no file declares, and how to have it checked. */
function subnetsHint(say: Say, { rows }: Found): Hint | null {
  const its = rows.filter(({ id }) => id === 'subnet-not-in-files');
  if (its.length === 0) return null;
  const advice = [...new Set(its.flatMap(({ advice: its }) => its))];
  return {
    label: 'terminal.hint.subnets',
    lines: [
      ...its.map(({ at, message }) => [at ? placeText(at) : '-', formatReason(say, message)] as const),
      ...advice.map((text) => ['', text] as const),
    ],
  };
}

function uncheckedComputeHint(say: Say, { summary: { uncheckedComputes } }: Found): Hint | null {
  if (uncheckedComputes.length === 0) return null;
  return {
    label: 'terminal.hint.notChecked',
    lines: uncheckedComputes.map(
      ({ name, place, because }) =>
        [placeText(place), say('terminal.hint.compute', { name, because })] as const,
    ),
  };
}

/**
 * Returns the options that decide which results a run has, as words of a command line: another command with them has
 * the same results. Values of variables can be secrets, so they aren't repeated.
 */
function repeatedOptions(given: GivenOptions): readonly string[] {
  const { terraform, publicIp, serviceRegions } = given;
  return [
    ...given.subnets.flatMap((one) => ['--subnet', one]),
    ...flag('--all-subnets', given.allSubnets),
    ...valued('--compute', given.compute),
    ...valued('--public-ip', publicIp === undefined ? undefined : publicIp ? 'yes' : 'no'),
    ...valued('--workspace', given.workspace),
    ...valued('--region', given.region),
    ...valued('--service-regions', serviceRegions && regionsText(serviceRegions)),
    ...valued('--cloud', given.cloud),
    ...valued('--profile', given.profile),
    ...valued('--params', given.params),
    ...flag('--no-params', given.noParams),
    ...valued('--root', given.root),
    ...(terraform?.files ?? []).flatMap((one) => ['--var-file', one]),
    ...[...(terraform?.values.keys() ?? [])].flatMap((name) => ['--var', `${name}=…`]),
    ...valued('--service-tags', given.serviceTags),
    ...valued('--effective-routes', given.effectiveRoutes),
    ...valued('--admin-rules', given.adminRules),
  ];
}

/** Returns the options that decide which files of a folder are read. */
function fileOptionsOf({ exclude, noGitignore }: GivenOptions): readonly string[] {
  return [...exclude.flatMap((one) => ['--exclude', one]), ...flag('--no-gitignore', noGitignore)];
}

function flag(name: string, isSet: boolean): readonly string[] {
  return isSet ? [name] : [];
}

function valued(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}

function regionsText(regions: NonNullable<GivenOptions['serviceRegions']>): string {
  return Object.entries(regions)
    .flatMap(([service, all]) => all.map((one) => `${service}=${one}`))
    .join(',');
}
