import { createHash } from 'node:crypto';
import type { Severity } from '../../core/check-result';
import type { Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { SourceRange } from '../../documents/source/source-range';
import { testedEdits, testedEditsOfAll, type TestedEdits } from '../../file-checks/edits/tested-edits';
import { mostProofChecks } from '../../file-checks/work-budget';
import {
  isOfCause,
  problemsByCause,
  problemsWithin,
  reportedKey,
  type ReportedProblem,
} from '../../file-checks/cause-problems';
import { isUndecided, type Problem } from '../../file-checks/problem';
import { problemIdentity } from '../../file-checks/problem-key';
import { hasPage } from '../../file-checks/has-page';
import { positionsIn, diagnosticRange, type DiagnosticRange } from '../../file-checks/diagnostic-range';
import type { Say } from '../../messages/say';
import { checkName } from '../../wording/check-name';
import { formatFixTitle } from '../../wording/fix-title';
import { formatReported } from '../../wording/file-cause-text';
import { formatReason } from '../../wording/reason-text';
import { requirementConsequence, requirementSources } from '../../wording/requirement-text';
import { findRequirement } from '../../requirements/requirements';
import { stableText } from '../baseline';
import { isFinding } from '../check';
import type { CheckOptions } from '../options';
import { isUnknown } from './file-only-report';
import { proofIn, type TemplateSource } from '../templates';
import { reportJsonText } from './json-text';
import { rowEntry } from './report-entries';
import type { ReportRow } from './report-row';
import { sarifInvocation, type Notice } from './sarif-notifications';
import { sarifMessage, sarifUri } from './sarif-text';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'none' } as const;

/** What is reported of a template: a cause, or a problem that has none. */
interface Found {
  readonly problem: ReportedProblem;
  readonly source: TemplateSource;
  readonly options: CheckOptions;
  /** True where a fix is looked for. */
  readonly isFixed: boolean;
}

/** A problem as SARIF tells it, with what is needed to tell it once. */
export interface SarifResult {
  readonly key: string;
  readonly id: string;
  readonly severity: Severity | null;
  /** JSON of the result. */
  readonly text: string;
}

/** What a problem counts as; null of what is unknown or only a hint. */
function severityIn(problem: ReportedProblem): Severity | null {
  if (isOfCause(problem)) return problem.cause.status === 'fails' ? problem.severity : null;
  const { severity, what } = problem;
  return isUndecided(what) || isUnknown({ what }) || severity === 'hint' ? null : severity;
}

/** What templates have, as SARIF 2.1.0 for code scanning, in the types of its schema: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifReport(
  say: Say,
  version: string,
  {
    results,
    notifications,
  }: { readonly results: readonly SarifResult[]; readonly notifications: readonly Notice[] },
): string {
  const ids = [...new Set(results.map(({ id }) => id))];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'aml-secure-compute', version, rules: ids.map((id) => ruleOf(say, id)) },
        },
        invocations: [sarifInvocation(notifications)],
        columnKind: 'utf16CodeUnits',
        results: withOwnFingerprints(results.map(({ text }) => JSON.parse(text) as Result)).map((one) => ({
          ...one,
          ruleIndex: ids.indexOf(one.ruleId ?? ''),
        })),
      },
    ],
  };
  return `${reportJsonText(log)}\n`;
}

const fingerprintName = 'amlSecureCompute/v1';

/** Results with the same fingerprint are counted: code scanning takes two with the same one as one. */
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

/** The problems of one template, those of one cause as one result; hints work as they are. */
export async function sarifResults(
  say: Say,
  { source, options }: { readonly source: TemplateSource; readonly options: CheckOptions },
  problems: readonly Problem[],
): Promise<readonly SarifResult[]> {
  const results: SarifResult[] = [];
  // One after the other: whoever looks for a fix reads the files again, and holds them.
  const { check } = source.proof.examined;
  const { subjects } = check;
  let left = mostProofChecks;
  const shown = problems.filter(({ severity }) => severity !== 'hint');
  for (const problem of problemsByCause(check, shown)) {
    // Each fix has all subnets checked again.
    left -= Math.max(1, subjects.length);
    const found = { problem, source, options, isFixed: left >= 0 };
    const text = JSON.stringify(await resultOf(say, found));
    results.push({ key: keyOf(say, found), id: problem.id, severity: severityIn(problem), text });
  }
  return results;
}

const rowLevels = { error: 'error', unknown: 'warning', warning: 'warning', info: 'note' } as const;

/**
 * The rows of exports, which no fix changes. What the baseline knows isn't among them.
 * @param file where a row is that no file holds
 */
export function rowResults(
  say: Say,
  rows: readonly ReportRow[],
  { file: first, hasBaseline }: { readonly file: string; readonly hasBaseline: boolean },
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
            artifactLocation: { uri: sarifUri(file ?? first) },
            region: { startLine: line ?? 1, ...(column === null ? {} : { startColumn: column }) },
          },
        },
      ],
      ...(hasBaseline ? { baselineState: 'new' as const } : {}),
      partialFingerprints: { [fingerprintName]: hashOf([id, file ?? first, message]) },
    };
    return { key, id, severity: level === 'unknown' ? null : level, text: JSON.stringify(result) };
  });
}

/** The same for what two templates tell of one module. */
function keyOf(say: Say, { problem }: Pick<Found, 'problem'>): string {
  if (isOfCause(problem)) return JSON.stringify([problem.id, problem.place, formatReported(say, problem)]);
  const { id, place, subnet, what } = problem;
  const name = what.is === 'finding' ? what.finding.place.name : formatReported(say, problem);
  return JSON.stringify([id, place, subnet, name]);
}

function ruleOf(say: Say, id: string): ReportingDescriptor {
  const kind = `cause.kind.${id}`;
  if (say.has(kind)) return { id, shortDescription: { text: say(kind) }, help: { text: say(kind) } };
  if (!hasPage(id)) return { id };
  const [page] = requirementSources(id);
  const name = checkName(say, id);
  const text = findRequirement(id) ? requirementConsequence(say, id) : name;
  return {
    id,
    shortDescription: { text: name },
    help: { text },
    ...(page ? { helpUri: page.url } : {}),
  };
}

/** What isn't known, and ends the run with 1 for that, is more than a note. */
function levelOf(problem: ReportedProblem, options: CheckOptions): Result.level {
  const level = levels[problem.severity];
  if (level !== 'note') return level;
  const fails = problemsWithin(problem).some(({ what }) =>
    what.is === 'result' ? isFinding(what.result, options) : isUnknown({ what }) && !options.allowUnknown,
  );
  return fails ? 'warning' : level;
}

async function resultOf(say: Say, { problem, source, options, isFixed }: Found): Promise<Result> {
  // A module of a registry is in no repository.
  const { borrowed } = source.proof.examined.check;
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
    partialFingerprints: { [fingerprintName]: fingerprintOf(problem) },
    ...(isOfCause(problem) ? { properties: { requirements: requirementsOf(problem) } } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function locationOf(source: TemplateSource, place: SourceRange): Location {
  const text = source.textOf(place.file) ?? '';
  const address = source.proof.examined.terraform?.addressAt(place);
  return {
    ...(address === undefined
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: address, kind: 'resource' }] }),
    physicalLocation: {
      artifactLocation: { uri: sarifUri(place.file) },
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

/** IDs of the requirements that a cause decides over, the most severe first: comments suppress these. */
function requirementsOf(problem: ReportedProblem): readonly string[] {
  return [...new Set(problemsWithin(problem).map(({ id }) => id))];
}

/** Stays while lines move: what is wrong with what, and not where. */
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
        artifactLocation: { uri: sarifUri(file) },
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

/** The fix of all flows of a cause, where one subnet has them, else that of its worst. */
async function testedFix(
  say: Say,
  { problem, source }: Pick<Found, 'problem' | 'source'>,
): Promise<TestedEdits | undefined> {
  const proof = proofIn(say, source);
  const own = problemsWithin(problem);
  const [subject, ...others] = isOfCause(problem) ? problem.subjects : [];
  const all =
    subject && others.length === 0 && own.length > 1
      ? await testedEditsOfAll(proof, subject, { told: own })
      : undefined;
  return all ?? testedEdits(proof, own[0]);
}
