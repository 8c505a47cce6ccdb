import { createHash } from 'node:crypto';
import type { Severity } from '../../core/check-result';
import type { Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { SourceRange } from '../../documents/source/source-range';
import { testedEdits } from '../../file-checks/edits/tested-edits';
import { mostProofChecks } from '../../file-checks/work-budget';
import { hasPage } from '../../file-checks/has-page';
import { isUndecided, type Problem } from '../../file-checks/problem';
import { positionsIn, diagnosticRange, type DiagnosticRange } from '../../file-checks/diagnostic-range';
import type { Say } from '../../messages/say';
import { checkName } from '../../wording/check-name';
import { formatFixTitle } from '../../wording/fix-title';
import { formatProblem } from '../../wording/problem-text';
import { formatReason } from '../../wording/reason-text';
import { requirementConsequence, requirementSources } from '../../wording/requirement-text';
import { findRequirement } from '../../requirements/requirements';
import { isUnknown } from './file-only-report';
import { proofIn, type TemplateSource } from '../templates';
import { reportJsonText } from './json-text';
import { sarifInvocation, type Notice } from './sarif-notifications';
import { sarifMessage, sarifUri } from './sarif-text';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'none' } as const;

/** A problem and the template that it was found in. */
interface Found {
  readonly problem: Problem;
  readonly source: TemplateSource;
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
function severityIn({ severity, what }: Problem): Severity | null {
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
        results: results.map(({ id, text }) => ({
          ...(JSON.parse(text) as Result),
          ruleIndex: ids.indexOf(id),
        })),
      },
    ],
  };
  return `${reportJsonText(log)}\n`;
}

/** The problems of one template; hints work as they are. */
export async function sarifResults(
  say: Say,
  source: TemplateSource,
  problems: readonly Problem[],
): Promise<readonly SarifResult[]> {
  const results: SarifResult[] = [];
  // One after the other: whoever looks for a fix reads the files again, and holds them.
  const { subjects } = source.proof.examined.check;
  let left = mostProofChecks;
  for (const problem of problems.filter(({ severity }) => severity !== 'hint')) {
    // Each fix has all subnets checked again.
    left -= Math.max(1, subjects.length);
    const found = { problem, source, isFixed: left >= 0 };
    const text = JSON.stringify(await resultOf(say, found));
    results.push({ key: keyOf(say, found), id: problem.id, severity: severityIn(problem), text });
  }
  return results;
}

/** The same for what two templates tell of one module. */
function keyOf(say: Say, { problem }: Pick<Found, 'problem'>): string {
  const { id, place, subnet, what } = problem;
  const name = what.is === 'finding' ? what.finding.place.name : formatProblem(say, problem);
  return JSON.stringify([id, place, subnet, name]);
}

function ruleOf(say: Say, id: string): ReportingDescriptor {
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

async function resultOf(say: Say, { problem, source, isFixed }: Found): Promise<Result> {
  // A module of a registry is in no repository.
  const { borrowed } = source.proof.examined.check;
  const related = problem.related.filter(({ place }) => !borrowed.has(place.file));
  const fixes = isFixed ? await fixesOf(say, { problem, source }) : [];
  return {
    ruleId: problem.id,
    level: levels[problem.severity],
    message: { text: sarifMessage(formatProblem(say, problem)) },
    locations: [locationOf(source, problem.place)],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((one) => ({
            ...locationOf(source, one.place),
            message: { text: sarifMessage(formatReason(say, one.text)) },
          })),
        }
      : {}),
    partialFingerprints: { 'amlSecureCompute/v1': fingerprintOf(problem) },
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function locationOf(source: TemplateSource, place: SourceRange): Location {
  const text = source.textOf(place.file) ?? '';
  return {
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

/** Stays while lines move: what is wrong with what, and not where. */
function fingerprintOf({ id, subnet, place, what }: Problem): string {
  const name =
    what.is === 'finding'
      ? what.finding.place.name
      : what.is === 'outside-network' || what.is === 'deployment-order'
        ? what.compute
        : what.is === 'policy-denial'
          ? what.resource
          : what.is === 'delegated-endpoint'
            ? what.endpoint
            : '';
  return createHash('sha256').update([id, subnet, place.file, name].join('\n')).digest('hex').slice(0, 32);
}

async function fixesOf(say: Say, { problem, source }: Omit<Found, 'isFixed'>): Promise<Fix[]> {
  const proven = await testedEdits(proofIn(say, source), problem);
  if (!proven) return [];
  const changed = [...new Set(proven.edits.map(({ file }) => file))];
  return [
    {
      description: { text: sarifMessage(formatFixTitle(say, proven)) },
      artifactChanges: changed.map((file) => ({
        artifactLocation: { uri: sarifUri(file) },
        replacements: proven.edits
          .filter((one) => one.file === file)
          .map(({ start, end, text }) => ({
            deletedRegion: regionOf(source.textOf(file) ?? '', { start, end }),
            insertedContent: { text },
          })),
      })),
    },
  ];
}
