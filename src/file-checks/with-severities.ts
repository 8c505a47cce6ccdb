import type { Problem, ProblemSeverity } from './problem';

/** How severe somebody wants a check to be, by its id; `off` tells nothing of it. */
export type SeverityOverrides = Readonly<Record<string, ProblemSeverity | 'off'>>;

/** Problems as severe as somebody wants them; an id that nobody named stays as it is. */
export function withSeverities(problems: readonly Problem[], wanted: SeverityOverrides): readonly Problem[] {
  return problems.flatMap((problem) => {
    const severity = Object.hasOwn(wanted, problem.id) ? wanted[problem.id] : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? problem : { ...problem, severity }];
  });
}
