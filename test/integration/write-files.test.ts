import * as assert from 'node:assert/strict';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { messagesIn } from '../support/messages-in';
import { writeFiles } from '../../src/platform/write-files';
import { replace } from './wizard-page';

const say = messagesIn('en');
const files = [
  { name: 'cpu.bicep', text: '// the compute' },
  { name: 'cpu.bicepparam', text: "using './cpu.bicep'" },
];
const { NoPermissions, FileNotFound, Unavailable } = vscode.FileSystemError;

describe('writing files where the file system refuses', () => {
  const undo: (() => void)[] = [];
  let errors: string[];
  let written: string[];
  let stat: (name: string) => vscode.FileStat;
  let write: (name: string) => void;

  beforeEach(() => {
    errors = [];
    written = [];
    stat = (name) => {
      throw FileNotFound(name);
    };
    write = (name) => void written.push(name);
    const shown = (message: string): Promise<undefined> => {
      errors.push(message);
      return Promise.resolve(undefined);
    };
    undo.push(
      replace(vscode.window, 'showOpenDialog', () => Promise.resolve([vscode.Uri.parse('odd:/')])),
      replace(vscode.window, 'showErrorMessage', shown as typeof vscode.window.showErrorMessage),
      disposing(vscode.workspace.registerFileSystemProvider('odd', oddFileSystem())),
    );
  });

  afterEach(() => undo.splice(0).forEach((one) => one()));

  /** A file system whose responses the test decides, behind the editor's own file service. */
  const oddFileSystem = (): vscode.FileSystemProvider => ({
    onDidChangeFile: () => new vscode.Disposable(() => undefined),
    watch: () => new vscode.Disposable(() => undefined),
    stat: ({ path }) =>
      path === '/' ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 } : stat(nameOf(path)),
    readDirectory: () => [],
    createDirectory: () => undefined,
    readFile: () => new Uint8Array(),
    writeFile: ({ path }) => write(nameOf(path)),
    delete: () => undefined,
    rename: () => undefined,
  });

  it('writes nothing if it isn’t known whether a file exists', async () => {
    stat = (name) => {
      throw name === 'cpu.bicepparam' ? Unavailable('the share is away') : FileNotFound(name);
    };
    assert.equal(await writeFiles(say, files), null);
    assert.deepEqual(written, []);
    assert.equal(errors.length, 1);
    assert.match(errors[0] ?? '', /^Couldn’t write cpu\.bicepparam: .*the share is away/);
  });

  it('reports which file couldn’t be written, and why', async () => {
    write = (name) => {
      if (name === 'cpu.bicepparam') throw NoPermissions('read-only share');
      written.push(name);
    };
    assert.equal(await writeFiles(say, files), null);
    assert.deepEqual(written, ['cpu.bicep']);
    assert.equal(errors.length, 1);
    assert.match(errors[0] ?? '', /^Couldn’t write cpu\.bicepparam: .*read-only share/);
  });
});

describe('writing files on the disk', () => {
  const undo: (() => void)[] = [];
  let above: string;
  let outside: string;
  let folder: string;
  let errors: string[];

  beforeEach(() => {
    above = realpathSync(mkdtempSync(join(tmpdir(), 'written-')));
    [outside, folder] = ['outside', 'folder'].map((name) => mkdtempSync(join(above, name))) as [
      string,
      string,
    ];
    errors = [];
    const shown = (message: string): Promise<undefined> => {
      errors.push(message);
      return Promise.resolve(undefined);
    };
    const answer = (_: string, { detail }: vscode.MessageOptions): Promise<string> =>
      Promise.resolve(say(detail === undefined ? 'write.replace' : 'write.replaceButton'));
    undo.push(
      replace(vscode.window, 'showOpenDialog', () => Promise.resolve([vscode.Uri.file(folder)])),
      replace(vscode.window, 'showErrorMessage', shown as typeof vscode.window.showErrorMessage),
      replace(vscode.window, 'showWarningMessage', answer as typeof vscode.window.showWarningMessage),
    );
  });

  afterEach(async () => {
    undo.splice(0).forEach((one) => one());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(above, { recursive: true });
  });

  it('never writes through a link that leads out of the folder, dangling or not, and writes no other file either', async () => {
    const target = join(outside, 'new.bicep');
    symlinkSync(target, join(folder, 'cpu.bicepparam'));
    const isRefused = async (): Promise<void> => {
      assert.equal(await writeFiles(say, files), null);
      const why = `a link leads to ${target}, outside ${folder}.`;
      assert.deepEqual(errors.splice(0), [`Couldn’t write cpu.bicepparam: ${why}`]);
      assert.deepEqual(readdirSync(folder), ['cpu.bicepparam']);
    };
    await isRefused();
    assert.deepEqual(readdirSync(outside), []);
    writeFileSync(target, 'as it was');
    await isRefused();
    assert.equal(readFileSync(target, 'utf8'), 'as it was');
  });

  it('replaces existing files after the user confirmed it twice', async () => {
    writeFileSync(join(folder, 'cpu.bicep'), 'as it was');
    const done = await writeFiles(say, files);
    assert.deepEqual(
      done?.files.map(({ name }) => name),
      files.map(({ name }) => name),
    );
    assert.equal(readFileSync(join(folder, 'cpu.bicep'), 'utf8'), '// the compute');
    assert.deepEqual(readdirSync(folder).sort(), ['cpu.bicep', 'cpu.bicepparam']);
    assert.deepEqual(errors, []);
  });
});

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function disposing(one: vscode.Disposable): () => void {
  return () => void one.dispose();
}
