import { createHash } from 'node:crypto';
import type { Severity } from '../../core/check-result';
import type { Fix, Location, Log, Region, Result, Suppression } from 'sarif';
import type { SourceRange } from '../../documents/source/source-range';
import type { TestedEdits } from '../../file-checks/edits/fix-attempt';
import { testedEdits, testedEditsOfAll } from '../../file-checks/edits/tested-edits';
import { mostFixTestChecks } from '../../file-checks/work-budget';
import {
  isOfCause,
  problemsByCause,
  problemsWithin,
  reportedKey,
  type ReportedProblem,
} from '../../file-checks/cause-problems';
import { isUndecided, type Problem } from '../../file-checks/problem';
import { problemIdentity } from '../../file-checks/problem-key';
import { isExpired, rulesFor } from '../../file-checks/problem-rules';
import { withoutSuppressed } from '../../file-checks/suppressed';
import { positionsIn, diagnosticRange, type DiagnosticRange } from '../../file-checks/diagnostic-range';
import type { Say } from '../../messages/say';
import { formatFixTitle } from '../../wording/fix-title';
import { formatReported } from '../../wording/file-cause-text';
import { formatReason } from '../../wording/reason-text';
import { stableText } from '../baseline';
import { isFinding } from '../check';
import type { CheckOptions } from '../options';
import { isUnknown } from './file-only-report';
import { fixTestIn, type TemplateSource } from '../templates';
import { reportJsonText } from './json-text';
import { rowEntry } from './report-entries';
import type { ReportRow } from './report-row';
import { sarifInvocation, type Notice } from './sarif-notifications';
import { sarifArtifact, sarifBases, sarifLevels, sarifMessage } from './sarif-text';
import { lineHashes } from './line-hash';
import { sarifRules, type RuleTexts } from './sarif-rules';

/** A reported problem of a template: a cause, or a problem without one. */
interface Found {
  readonly problem: ReportedProblem;
  readonly source: TemplateSource;
  readonly options: CheckOptions;
  /** True to search for a fix. */
  readonly isFixed: boolean;
  /** The suppression with its origin and reason, or null if the problem is reported. */
  readonly suppression: Suppression | null;
}

/** A problem as a SARIF result, with a key that avoids duplicates. */
export interface SarifResult {
  readonly key: string;
  readonly id: string;
  readonly severity: Severity | null;
  /** JSON of the result. */
  readonly text: string;
}

/** Returns the severity of a problem, or null for an unknown result or a hint. */
function severityIn(problem: ReportedProblem): Severity | null {
  if (isOfCause(problem)) return problem.cause.status === 'fails' ? problem.severity : null;
  const { severity, what } = problem;
  return isUndecided(what) || isUnknown({ what }) || severity === 'hint' ? null : severity;
}

interface SarifParts {
  readonly version: string;
  readonly results: readonly SarifResult[];
  readonly notifications: readonly Notice[];
}

/**
 * Returns the problems of files as SARIF 2.1.0 for code scanning, in the types of its schema:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function sarifReport(texts: RuleTexts, { version, results, notifications }: SarifParts): string {
  const rules = sarifRules(texts);
  const indexes = new Map(rules.map(({ id }, at) => [id, at] as const));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: programName,
            version,
            semanticVersion: version,
            informationUri: texts.repository,
            rules: [...rules],
          },
        },
        // With a category, an upload of another category for the same commit doesn't close this one's alerts.
        automationDetails: { id: `${programName}/` },
        invocations: [sarifInvocation(notifications)],
        originalUriBaseIds: sarifBases(),
        columnKind: 'utf16CodeUnits',
        results: withOwnFingerprints(results.map(({ text }) => JSON.parse(text) as Result)).map((one) => ({
          ...one,
          ruleIndex: indexes.get(one.ruleId ?? '') ?? -1,
        })),
      },
    ],
  };
  return `${reportJsonText(log)}\n`;
}

const programName = 'aml-secure-compute';

const fingerprintName = 'amlSecureCompute/v1';

/** Numbers results with the same fingerprint, because code scanning merges them. */
function withOwnFingerprints(results: readonly Result[]): readonly Result[] {
  const counts = new Map<string, number>();
  return results.map((one) => {
    const own = one.partialFingerprints?.[fingerprintName] ?? '';
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    if (count === 1) return one;
    return {
      ...one,
      partialFingerprints: { ...one.partialFingerprints, [fingerprintName]: `${own}:${count}` },
    };
  });
}

/**
 * Returns the problems of one template, with those of one cause as one result. Hints aren't included, because they
 * already work.
 */
export async function sarifResults(
  say: Say,
  { source, options }: { readonly source: TemplateSource; readonly options: CheckOptions },
  problems: readonly Problem[],
): Promise<readonly SarifResult[]> {
  const results: SarifResult[] = [];
  // Sequential, because each search for a fix reads the files again and keeps them in memory.
  const { check } = source.fixTest.analysis;
  const { subjects } = check;
  let left = mostFixTestChecks;
  const shown = problems.filter(({ severity }) => severity !== 'hint');
  for (const problem of problemsByCause(check, shown)) {
    // Each fix repeats the checks of all subnets.
    left -= Math.max(1, subjects.length);
    const found = { problem, source, options, isFixed: left >= 0, suppression: null };
    const text = JSON.stringify(await resultOf(say, found));
    results.push({ key: keyOf(say, found), id: problem.id, severity: severityIn(problem), text });
  }
  return results;
}

/**
 * Returns the problems of a template that its comments or the team's settings suppress. GitHub shows them as open
 * alerts, so they are only in a report with `--verbose`: https://github.com/github/codeql-action/issues/1230, read
 * 2026-11-30
 */
export async function suppressedResults(
  say: Say,
  { source, options }: { readonly source: TemplateSource; readonly options: CheckOptions },
  problems: readonly Problem[],
): Promise<readonly SarifResult[]> {
  const open = problems.filter(({ severity }) => severity !== 'hint');
  const byTeam = new Set(withoutSuppressed(open, (file) => source.textOf(file)));
  const [here, theirs] = [open.filter((one) => !byTeam.has(one)), [...byTeam]];
  const { check } = source.fixTest.analysis;
  const all = [
    ...problemsByCause(check, here).map((problem) => ({ problem, suppression: inSource })),
    ...problemsByCause(check, theirs).map((problem) => ({ problem, suppression: ofTeam(source, problem) })),
  ];
  const results: SarifResult[] = [];
  for (const { problem, suppression } of all) {
    const found: Found = { problem, source, options, isFixed: false, suppression };
    const text = JSON.stringify(await resultOf(say, found));
    results.push({ key: `${suppression.kind} ${keyOf(say, found)}`, id: problem.id, severity: null, text });
  }
  return results;
}

const inSource: Suppression = { kind: 'inSource', status: 'accepted' };

/** Returns the team's suppression with the reason of its entry. A severity setting doesn't have a reason. */
function ofTeam({ fixTest }: TemplateSource, problem: ReportedProblem): Suppression {
  const { rules } = fixTest.options;
  const [{ subnetId }] = problemsWithin(problem);
  const ids = [problem.id, ...requirementsOf(problem)];
  const its = rules ? rulesFor(rules, { ids, file: problem.place.file, subnetId }) : [];
  const rule = its.find((one) => rules && !isExpired(one, rules));
  return { kind: 'external', status: 'accepted', ...(rule ? { justification: rule.reason } : {}) };
}

const rowLevels = { error: 'error', unknown: 'warning', warning: 'warning', info: 'note' } as const;

interface ExportedRows {
  /** The place of a row that no file contains. */
  readonly file: string;
  readonly hasBaseline: boolean;
  readonly textOf: (file: string) => string;
}

/** Returns the rows of exports, which can't be fixed. Problems in the baseline aren't included. */
export function rowResults(
  say: Say,
  rows: readonly ReportRow[],
  { file: first, hasBaseline, textOf }: ExportedRows,
): readonly SarifResult[] {
  return rows.map((row) => {
    const { id, level, key } = row;
    const { message, file, line, column } = rowEntry(say, row);
    const result: Result = {
      ruleId: id,
      level: rowLevels[level],
      message: { text: sarifMessage(message) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: sarifArtifact(file ?? first),
            region: lineRegion(textOf(file ?? first), { line: line ?? 1, column: column ?? 1 }),
          },
        },
      ],
      ...(hasBaseline ? { baselineState: 'new' as const } : {}),
      partialFingerprints: {
        primaryLocationLineHash: lineHashIn(textOf(file ?? first), line ?? 1),
        [fingerprintName]: hashOf([id, file ?? first, message]),
      },
    };
    return { key, id, severity: level === 'unknown' ? null : level, text: JSON.stringify(result) };
  });
}

/** Returns a key that is the same for the problems of one module in two templates. */
function keyOf(say: Say, { problem }: Pick<Found, 'problem'>): string {
  if (isOfCause(problem)) return JSON.stringify([problem.id, problem.place, formatReported(say, problem)]);
  const { id, place, subnet, what } = problem;
  const name = what.is === 'finding' ? what.finding.place.name : formatReported(say, problem);
  return JSON.stringify([id, place, subnet, name]);
}

/** Returns the level. An unknown result that fails the run with exit code 1 is more than a note. */
function levelOf(problem: ReportedProblem, options: CheckOptions): Result.level {
  const level = sarifLevels[problem.severity];
  if (level !== 'note') return level;
  const fails = problemsWithin(problem).some(({ what }) =>
    what.is === 'result' ? isFinding(what.result, options) : isUnknown({ what }) && !options.allowUnknown,
  );
  return fails ? 'warning' : level;
}

async function resultOf(
  say: Say,
  { problem, source, options, isFixed, suppression }: Found,
): Promise<Result> {
  // A registry module isn't in a repository.
  const { borrowed } = source.fixTest.analysis.check;
  const related = problem.related.filter(({ place }) => !borrowed.has(place.file));
  const fixes = isFixed ? await fixesOf(say, { problem, source }) : [];
  return {
    ruleId: problem.id,
    level: levelOf(problem, options),
    message: { text: sarifMessage(formatReported(say, problem)) },
    locations: [locationOf(source, problem.place)],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((one) => ({
            ...locationOf(source, one.place),
            message: { text: sarifMessage(formatReason(say, one.text)) },
          })),
        }
      : {}),
    ...(source.baselineStateOf ? { baselineState: source.baselineStateOf(problem) } : {}),
    partialFingerprints: {
      primaryLocationLineHash: lineHashOf(source, problem.place),
      [fingerprintName]: fingerprintOf(problem),
    },
    ...(suppression ? { suppressions: [suppression] } : {}),
    ...(isOfCause(problem) ? { properties: { requirements: requirementsOf(problem) } } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

/** Cached by text, because many results share one. */
const hashesOfTexts = new Map<string, readonly string[]>();

/** @param line One-based */
function lineHashIn(text: string, line: number): string {
  const hashes = hashesOfTexts.get(text) ?? lineHashes(text);
  hashesOfTexts.set(text, hashes);
  return hashes[line - 1] ?? '';
}

function lineHashOf(source: TemplateSource, place: SourceRange): string {
  const text = source.textOf(place.file) ?? '';
  return lineHashIn(text, positionsIn(text)(diagnosticRange(text, place).start).line + 1);
}

/** Returns the region from a place to the end of its line. Code scanning requires an end. */
function lineRegion(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): Region {
  const end = (text.split(/\r?\n/)[line - 1] ?? '').trimEnd().length + 1;
  return { startLine: line, startColumn: column, endLine: line, endColumn: Math.max(end, column) };
}

function locationOf(source: TemplateSource, place: SourceRange): Location {
  const text = source.textOf(place.file) ?? '';
  const address = source.fixTest.analysis.terraform?.addressAt(place);
  return {
    ...(address === undefined
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: address, kind: 'resource' }] }),
    physicalLocation: {
      artifactLocation: sarifArtifact(place.file),
      region: regionOf(text, diagnosticRange(text, place)),
    },
  };
}

function regionOf(text: string, { start, end }: DiagnosticRange): Region {
  const at = positionsIn(text);
  const [from, to] = [at(start), at(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  };
}

/** Returns the IDs of a cause's requirements, most severe first. Comments suppress these. */
function requirementsOf(problem: ReportedProblem): readonly string[] {
  return [...new Set(problemsWithin(problem).map(({ id }) => id))];
}

/** Returns a fingerprint that doesn't change when lines move: it contains the fault and the resource, not the place. */
function fingerprintOf(problem: ReportedProblem): string {
  const { id, place } = problem;
  const identity = isOfCause(problem) ? reportedKey(problem) : problemIdentity(problem);
  return hashOf([id, place.file, stableText(identity)]);
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

async function fixesOf(say: Say, { problem, source }: Pick<Found, 'problem' | 'source'>): Promise<Fix[]> {
  const tested = await testedFix(say, { problem, source });
  if (!tested) return [];
  const changed = [...new Set(tested.edits.map(({ file }) => file))];
  return [
    {
      description: { text: sarifMessage(formatFixTitle(say, tested)) },
      artifactChanges: changed.map((file) => ({
        artifactLocation: sarifArtifact(file),
        replacements: tested.edits
          .filter((one) => one.file === file)
          .map(({ start, end, text }) => ({
            deletedRegion: regionOf(source.textOf(file) ?? '', { start, end }),
            insertedContent: { text },
          })),
      })),
    },
  ];
}

/** Returns the fix of all flows of a cause, if they're in one subnet, or else that of the most severe one. */
async function testedFix(
  say: Say,
  { problem, source }: Pick<Found, 'problem' | 'source'>,
): Promise<TestedEdits | undefined> {
  const fixTest = fixTestIn(say, source);
  const own = problemsWithin(problem);
  const [subject, ...others] = isOfCause(problem) ? problem.subjects : [];
  const all =
    subject && others.length === 0 && own.length > 1
      ? await testedEditsOfAll(fixTest, subject, { reported: own })
      : undefined;
  return all ?? testedEdits(fixTest, own[0]);
}
