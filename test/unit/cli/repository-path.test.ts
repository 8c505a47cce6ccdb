import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ReportEntry } from '../../../src/cli/report/report-entries';
import { gitLabReport } from '../../../src/cli/report/gitlab-report';
import { azurePipelinesReport, gitHubReport } from '../../../src/cli/report/pipeline-report';
import { repositoryPath } from '../../../src/cli/report/repository-path';
import { sarifArtifact } from '../../../src/cli/report/sarif-text';

let root = '';
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'repository-')));
  mkdirSync(join(root, '.git'));
  mkdirSync(join(root, 'infra'));
  writeFileSync(join(root, 'infra', 'main.bicep'), '');
  symlinkSync('infra', join(root, 'link'));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(root, { recursive: true }));

/** The same file, as named in different working directories. */
const names: readonly (readonly [folder: string, name: () => string])[] = [
  ['.', () => 'infra/main.bicep'],
  ['.', () => './infra/main.bicep'],
  ['.', () => 'link/main.bicep'],
  ['infra', () => 'main.bicep'],
  ['infra', () => '../infra/main.bicep'],
  ['infra', () => join(root, 'infra', 'main.bicep')],
];

test.each(names)('services find the file, named from %s: %#', (folder, name) => {
  vi.spyOn(process, 'cwd').mockReturnValue(join(root, folder));
  const entry: ReportEntry = {
    ...{ level: 'error', isFailing: true, id: 'x', line: 1, column: 1, message: 'm', details: [] },
    file: name(),
  };
  expect(repositoryPath(name())).toBe('infra/main.bicep');
  expect(gitHubReport([entry], '')).toContain('file=infra/main.bicep,');
  expect(azurePipelinesReport([entry], '')).toContain('sourcepath=infra/main.bicep;');
  expect(gitLabReport([entry])).toContain('"path": "infra/main.bicep"');
  expect(sarifArtifact(name())).toEqual({ uri: 'infra/main.bicep', uriBaseId: '%SRCROOT%' });
});

test('a file outside the repository has no path in it', () => {
  vi.spyOn(process, 'cwd').mockReturnValue(join(root, 'infra'));
  expect(repositoryPath('../../other/main.bicep')).toBeUndefined();
  expect(repositoryPath(root)).toBeUndefined();
});
