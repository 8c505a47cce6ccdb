import { createHash } from 'node:crypto';
import { printableText } from '../printable-text';
import type { ReportEntry } from './report-entries';
import { repositoryPath } from './repository-path';

const severities = { error: 'critical', unknown: 'major', warning: 'minor', info: 'info' } as const;

/**
 * Returns a code quality report, which GitLab compares with that of the target branch.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, read 2026-11-30
 */
export function gitLabReport(entries: readonly ReportEntry[]): string {
  const counts = new Map<string, number>();
  const violations = entries.map(({ level, id, file, line, message, details }) => {
    const place = JSON.stringify([id, file, message]);
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return {
      description: printableText([message, ...details].join(' ')),
      check_name: id,
      // Without the line, so that added lines above don't change the fingerprint.
      fingerprint: createHash('sha256').update(`${place} ${count}`).digest('hex'),
      severity: severities[level],
      location: { path: pathOf(file), lines: { begin: line ?? 1 } },
    };
  });
  return `${JSON.stringify(violations, null, 2)}\n`;
}

/** Returns the path relative to the top folder of the repository. GitLab requires a path, even without a file. */
function pathOf(file: string | null): string {
  return file === null ? '.' : printableText(repositoryPath(file) ?? file.replaceAll('\\', '/'));
}
