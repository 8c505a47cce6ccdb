import type { Problem, ProblemSeverity } from './problem';

/** Configured severities by check ID. `off` turns a check off. */
export type SeverityOverrides = Readonly<Record<string, ProblemSeverity | 'off'>>;

/** Returns problems with configured severities. A check that isn't configured keeps its own. */
export function withSeverities(
  problems: readonly Problem[],
  overrides: SeverityOverrides,
): readonly Problem[] {
  return problems.flatMap((problem) => {
    const severity = Object.hasOwn(overrides, problem.id) ? overrides[problem.id] : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? problem : { ...problem, severity }];
  });
}
