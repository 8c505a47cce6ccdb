import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { pythonFiles } from '../../src/platform/python-files';

describe('Python files of the workspace', () => {
  const root = (): string => {
    const folder = vscode.workspace.workspaceFolders?.find((one) => one.name === 'shared');
    assert.ok(folder, 'no folder');
    return join(folder.uri.fsPath, 'python');
  };

  const write = (name: string, text: string): void => {
    const file = join(root(), name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  afterEach(() => rmSync(root(), { recursive: true, force: true }));

  const read = async (): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for await (const { name, text } of pythonFiles()) found[name] = text;
    return found;
  };

  it('are read with their names, including notebooks, but not installed packages or files that are too long', async () => {
    write('train.py', '# é');
    write('deep/notes.ipynb', '{}');
    write('other.txt', 'no Python');
    write('node_modules/gyp/gyp.py', '');
    write('.venv/lib/site.py', '');
    write('.ipynb_checkpoints/notes.ipynb', '{}');
    write('long.py', '#'.repeat(500_001));
    symlinkSync(join(root(), 'gone.py'), join(root(), 'broken.py'));
    assert.deepEqual(await read(), {
      'shared/python/train.py': '# é',
      'shared/python/deep/notes.ipynb': '{}',
    });
  });

  it('aren’t read through a link that leads out of the workspace', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.py'), '# secret');
    write('own/train.py', '# own');
    symlinkSync(outside, join(root(), 'folder'), 'junction');
    symlinkSync(join(outside, 'secret.py'), join(root(), 'link.py'));
    assert.deepEqual(await read(), { 'shared/python/own/train.py': '# own' });
    rmSync(outside, { recursive: true });
  });

  it('are limited to two hundred', async () => {
    for (let n = 0; n < 230; n++) write(`many/${n}.py`, '');
    assert.equal(Object.keys(await read()).length, 200);
  });
});
