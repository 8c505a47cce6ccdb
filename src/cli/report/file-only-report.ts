import type { CheckReport } from '../../contract/check-report';
import type { Severity } from '../../core/check-result';
import { reason } from '../../core/reason';
import { listedSubnet } from '../../documents/model/subnet-by-position';
import type { Problem, ProblemContent } from '../../file-checks/problem';
import { isTerraformFile } from '../../file-checks/terraform-root';
import type { Say } from '../../messages/say';
import { findingAdvice, findingName } from '../../wording/finding-text';
import { formatProblem } from '../../wording/problem-text';
import { isAtLeastFailOn } from '../check';
import type { ReportRow } from './report-row';
import { writtenKey, type WrittenFixes } from '../source-reports/written-fixes';
import { itemJson, writtenJson } from './json-report';
import { writtenText } from './fix-text';
import type { CheckOptions } from '../options';
import { placeIn, type TemplateSource } from '../templates';

/**
 * A problem that only files can have, apart from their subnets. It's a role with a misprinted action, or a compute
 * resource: outside its network, with a subnet that no file declares, or possibly created too early.
 */
export type FileOnlyProblem = Problem & {
  readonly severity: Severity;
  readonly what: Extract<
    ProblemContent,
    {
      is:
        | 'invalid-value'
        | 'firewall-rule'
        | 'misspelled-action'
        | 'outside-network'
        | 'elsewhere'
        | 'deployment-order'
        | 'delegated-endpoint'
        | 'unassociated-group'
        | 'terraform-conflict'
        | 'policy-denial';
    }
  >;
};

/** Returns such problems of a template. */
export function fileOnlyAmong(problems: readonly Problem[]): readonly FileOnlyProblem[] {
  return problems.filter(isFileOnly);
}

const ofFilesAlone: ReadonlySet<ProblemContent['is']> = new Set([
  'invalid-value',
  'firewall-rule',
  'misspelled-action',
  'outside-network',
  'elsewhere',
  'deployment-order',
  'delegated-endpoint',
  'unassociated-group',
  'terraform-conflict',
  'policy-denial',
]);

/**
 * True for a problem that fails the run with exit code 1: it's severe enough, or a mandatory requirement is unknown.
 */
export function endsRun(problem: FileOnlyProblem, options: CheckOptions): boolean {
  return isUnknown(problem) ? !options.allowUnknown : isAtLeastFailOn(problem, options);
}

/** True if a subnet or a deployment order isn't known. */
export function isUnknown({ what }: Pick<Problem, 'what'>): boolean {
  if (what.is === 'elsewhere') return true;
  return (what.is === 'deployment-order' || what.is === 'policy-denial') && what.because !== null;
}

function isFileOnly(problem: Problem): problem is FileOnlyProblem {
  return problem.severity !== 'hint' && ofFilesAlone.has(problem.what.is);
}

interface SourceWithFixes {
  readonly source: TemplateSource;
  readonly fixes: WrittenFixes;
}

/** Returns the row of a problem. */
export function fileOnlyRow(
  say: Say,
  { source, fixes, options }: SourceWithFixes & { readonly options: CheckOptions },
  problem: FileOnlyProblem,
): ReportRow {
  const at = placeIn(source, problem.place);
  const text = formatProblem(say, problem);
  const fix = writtenText(say, fixes.get(writtenKey(problem)));
  return {
    key: JSON.stringify([problem.id, problem.place, text]),
    at,
    level: isUnknown(problem) ? 'unknown' : problem.severity,
    isFailing: endsRun(problem, options),
    id: problem.id,
    message: reason('terminal.text', { text }),
    results: [],
    isListed: false,
    subnets: [],
    computes: [],
    earlier: [],
    countedFlows: [],
    details: fix,
    advice: fix.length > 0 ? [] : whatToDo(say, problem),
    fixedIn: fix.length > 0 ? source.file : null,
    template: source.file,
    deployment: null,
  };
}

function whatToDo(say: Say, problem: FileOnlyProblem): readonly string[] {
  const { id, severity, what } = problem;
  if (what.is === 'elsewhere') return whatToAdd(say, problem);
  return severity === 'info' ? [] : [say('terminal.advice', { advice: findingAdvice(say, id) })];
}

/** Returns the advice for a subnet that no file declares. */
function whatToAdd(say: Say, { what, place }: FileOnlyProblem): readonly string[] {
  if (what.is !== 'elsewhere') return [];
  const command = 'az network vnet show';
  const name =
    what.id
      ?.split(/\/subnets\//i)
      .slice(1)
      .at(-1) ?? '';
  const isNamed =
    (name !== '' && !name.includes('‹')) || (what.id !== null && listedSubnet(what.id) !== undefined);
  const option = isTerraformFile(place.file) ? '--var-file' : '--params';
  return isNamed
    ? [say('terminal.elsewhere.add', { command })]
    : [say('terminal.elsewhere.value', { command, option })];
}

/** Returns the problem in the JSON report. */
export function fileOnlyJson(
  say: Say,
  { source, fixes, options }: SourceWithFixes & { readonly options: CheckOptions },
  problem: FileOnlyProblem,
): string {
  const { id, severity, subnetId, place } = problem;
  const finding: CheckReport['findings'][number] = {
    id,
    name: findingName(say, id),
    severity,
    refines: null,
    finding: endsRun(problem, options),
    because: { key: keyOf(problem), text: formatProblem(say, problem) },
    at: { ...subjectOf(problem), resource: subnetId, index: 0, place: placeIn(source, place) },
    assumptions: [],
    beside: [],
    fix: writtenJson(say, fixes.get(writtenKey(problem))),
    advice: findingAdvice(say, id),
  };
  return itemJson(finding);
}

const keys = {
  'invalid-value': 'file.invalidValue',
  'misspelled-action': 'file.misspelledAction',
  'outside-network': 'file.outsideNetwork',
  elsewhere: 'file.elsewhere',
  'deployment-order': 'file.order.tooEarly',
  'policy-denial': 'file.policy.denies',
  'delegated-endpoint': 'file.delegatedEndpoint',
  'unassociated-group': 'file.unassociatedGroup',
  'terraform-conflict': 'file.conflict',
} as const satisfies Record<Exclude<FileOnlyProblem['what']['is'], 'firewall-rule'>, string>;

function keyOf({ what }: FileOnlyProblem): string {
  if (what.is === 'firewall-rule') return what.text.key;
  if (what.is === 'invalid-value' && what.because) return what.because.key;
  if (what.is === 'policy-denial' && what.because !== null) return 'file.policy.perhaps';
  return what.is === 'deployment-order' && what.because !== null ? 'file.order.unknown' : keys[what.is];
}

function subjectOf({ what }: FileOnlyProblem): Pick<CheckReport['findings'][number]['at'], 'kind' | 'name'> {
  if (what.is === 'invalid-value') return { kind: 'network', name: what.name };
  if (what.is === 'firewall-rule') return { kind: 'network', name: what.firewall };
  if (what.is === 'delegated-endpoint') return { kind: 'network', name: what.endpoint };
  if (what.is === 'unassociated-group') return { kind: 'network', name: what.group };
  if (what.is === 'terraform-conflict') return { kind: 'network', name: what.target };
  if (what.is === 'policy-denial') {
    return { kind: what.isCompute ? 'compute' : 'network', name: what.resource };
  }
  return what.is === 'misspelled-action'
    ? { kind: 'role', name: what.role }
    : { kind: 'compute', name: what.compute };
}
