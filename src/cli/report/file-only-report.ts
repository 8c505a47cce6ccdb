import type { CheckReport } from '../../contract/check-report';
import type { Severity } from '../../core/judgement';
import type { Problem, ProblemWhat } from '../../file-checks/problem';
import type { Say } from '../../messages/say';
import { findingName } from '../../wording/finding-words';
import { wordProblem } from '../../wording/problem-words';
import { isGrave } from '../check';
import { itemJson } from './json-report';
import type { CheckOptions } from '../options';
import { placeIn, type TemplateSource } from '../templates';

/** What only a file can have, beside its subnets: a role with a misprinted action, a compute outside of its network. */
export type FileOnlyProblem = Problem & {
  readonly severity: Severity;
  readonly what: Extract<ProblemWhat, { is: 'misspelt-action' | 'outside-network' }>;
};

/** Such ones among the problems of a template. */
export function fileOnlyAmong(problems: readonly Problem[]): readonly FileOnlyProblem[] {
  return problems.filter(isFileOnly);
}

function isFileOnly(problem: Problem): problem is FileOnlyProblem {
  const { is } = problem.what;
  return problem.severity !== 'hint' && (is === 'misspelt-action' || is === 'outside-network');
}

/** What is told of one, as text. */
export function fileOnlyText(say: Say, source: TemplateSource, problem: FileOnlyProblem): string {
  const { file, line, column } = placeIn(source, problem.place);
  const label = say(`terminal.severity.${problem.severity}`);
  const head = say('terminal.head', { label, name: findingName(say, problem.id), id: problem.id });
  return [head, wordProblem(say, problem), `${file}:${line}:${column}`].join('\n    ');
}

/** The same for a program. */
export function fileOnlyJson(
  say: Say,
  { source, options }: { readonly source: TemplateSource; readonly options: CheckOptions },
  problem: FileOnlyProblem,
): string {
  const { id, severity, subnetId, place } = problem;
  const finding: CheckReport['findings'][number] = {
    id,
    name: findingName(say, id),
    severity,
    refines: null,
    finding: isGrave(problem, options),
    because: { key: keyOf(problem), text: wordProblem(say, problem) },
    at: { ...subjectOf(problem), resource: subnetId, index: 0, place: placeIn(source, place) },
    assumptions: [],
    beside: [],
    fix: null,
  };
  return itemJson(finding);
}

function keyOf({ what }: FileOnlyProblem): string {
  return what.is === 'misspelt-action' ? 'file.misspeltAction' : 'file.outsideNetwork';
}

function subjectOf({ what }: FileOnlyProblem): Pick<CheckReport['findings'][number]['at'], 'kind' | 'name'> {
  return what.is === 'misspelt-action'
    ? { kind: 'role', name: what.role }
    : { kind: 'compute', name: what.compute };
}
