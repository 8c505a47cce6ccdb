import type { CheckReport } from '../../contract/check-report';
import type { Problem, ProblemWhat } from '../../file-checks/problem';
import type { Say } from '../../messages/say';
import { findingName } from '../../wording/finding-words';
import { wordProblem } from '../../wording/problem-words';
import { toldProblems } from '../ignored';
import type { Source } from '../source';
import { isTemplate, placeIn, type TemplateSource } from '../templates';

/** A role that names an action as it was misprinted: what only a file can have, beside its subnets. */
export type RoleProblem = Problem & { readonly what: Extract<ProblemWhat, { is: 'misspelt-action' }> };

/** Such roles of a template; none of an export. */
export function rolesIn(source: Source): readonly RoleProblem[] {
  return isTemplate(source) ? toldProblems(source).filter(isOfRole) : [];
}

function isOfRole(problem: Problem): problem is RoleProblem {
  return problem.what.is === 'misspelt-action';
}

/** What is told of one, as text. */
export function roleText(say: Say, source: TemplateSource, problem: RoleProblem): string {
  const { file, line, column } = placeIn(source, problem.place);
  const label = say('terminal.severity.error');
  const head = say('terminal.head', { label, name: findingName(say, problem.id), id: problem.id });
  return [head, wordProblem(say, problem), `${file}:${line}:${column}`].join('\n    ');
}

/** The same for a program. */
export function roleJson(say: Say, source: TemplateSource, problem: RoleProblem): string {
  const { id, subnetId, what, place } = problem;
  const finding: CheckReport['findings'][number] = {
    id,
    name: findingName(say, id),
    severity: 'error',
    refines: null,
    finding: true,
    because: { key: 'file.misspeltAction', text: wordProblem(say, problem) },
    at: { kind: 'role', name: what.role, resource: subnetId, index: 0, place: placeIn(source, place) },
    assumptions: [],
    beside: [],
    fix: null,
  };
  return JSON.stringify(finding, null, 2);
}
