import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../../../src/cli/files/node-disk';
import { projectFolder } from '../../../../src/cli/files/project-folder';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-project-'));
  await mkdir(join(folder, 'repository/.git'), { recursive: true });
  await mkdir(join(folder, 'repository/infra/app'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'hidden');
  await symlink(join(folder, 'secret.txt'), join(folder, 'repository/infra/link.txt'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('project folder of a template', () => {
  test('is the working directory if it contains the template', () => {
    expect(projectFolder('test/unit/cli/main.bicep')).toBe(process.cwd());
  });

  test('is otherwise the repository', () => {
    expect(projectFolder(join(folder, 'repository/infra/app/main.bicep'))).toBe(join(folder, 'repository'));
  });

  test.each([
    ['/home/ada/work/app/infra/main.bicep', '/home/ada/work'],
    ['/home/ada/main.bicep', '/home/ada'],
    ['/srv/app/infra/main.bicep', '/srv/app'],
    ['/srv/main.bicep', '/srv'],
  ])('is otherwise a separate folder: %s', (file, project) => {
    expect(projectFolder(file, '/home/ada')).toBe(project);
  });
});

test('a link that leaves the folder isn’t followed', () => {
  const repository = join(folder, 'repository');
  expect(nodeDisk.isInside(join(repository, 'infra/no.bicep'), repository)).toBe(true);
  expect(nodeDisk.isInside(join(repository, 'infra/link.txt'), repository)).toBe(false);
  expect(nodeDisk.isInside(join(folder, 'secret.txt'), repository)).toBe(false);
  expect(nodeDisk.isInside(join(folder, 'secret.txt'), folder)).toBe(true);
});
