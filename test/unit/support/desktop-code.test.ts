import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseVscode, findDesktopCode, openDesktopCode } from '../../../scripts/desktop-code.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Creates a `code` that writes its arguments and its environment to files. */
function placeCode(...place: string[]): { readonly bin: string; readonly code: string } {
  const bin = join(folder, ...place);
  mkdirSync(bin, { recursive: true });
  const code = join(bin, 'code');
  const record = `printf '%s\\n' "$@" > '${folder}/args'; env > '${folder}/env'; exit 7`;
  writeFileSync(code, `#!/bin/sh\n${record}\n`);
  chmodSync(code, 0o755);
  return { bin, code };
}

const recorded = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trim().split('\n');
const screen = { DISPLAY: ':0' };

describe('the VS Code that npm start uses', () => {
  test('is the desktop\u2019s if code is on the PATH, and the server\u2019s with --server', () => {
    const { bin, code } = placeCode('bin');
    const env = { ...screen, PATH: ['/nowhere', bin].join(delimiter) };
    expect(chooseVscode([], env, 'linux')).toEqual({ is: 'desktop', code });
    expect(chooseVscode(['--server'], env, 'linux')).toEqual({ is: 'server' });
    expect(chooseVscode([], { ...screen, PATH: '/nowhere' }, 'linux')).toEqual({ is: 'server' });
    expect(chooseVscode([], {}, 'linux')).toEqual({ is: 'server' });
  });

  test('is undefined without a screen, except on macOS', () => {
    const { bin, code } = placeCode('bin');
    expect(findDesktopCode({ PATH: bin }, 'linux')).toBeUndefined();
    expect(findDesktopCode({ PATH: bin, WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(code);
    expect(findDesktopCode({ PATH: bin }, 'darwin')).toBe(code);
  });

  test('isn’t that of a remote window, a folder, or a file that isn’t executable', () => {
    const { bin } = placeCode('server', 'remote-cli');
    const other = join(folder, 'other');
    mkdirSync(join(other, 'code'), { recursive: true });
    const plain = join(folder, 'plain');
    mkdirSync(plain);
    writeFileSync(join(plain, 'code'), '');
    const env = { ...screen, PATH: [bin, other, plain].join(delimiter) };
    expect(findDesktopCode(env, 'linux')).toBeUndefined();
    const real = placeCode('bin');
    expect(findDesktopCode({ ...env, PATH: `${env.PATH}${delimiter}${real.bin}` }, 'linux')).toBe(real.code);
  });

  test('is code.cmd on Windows', () => {
    const { bin } = placeCode('bin');
    expect(findDesktopCode({ PATH: bin }, 'win32')).toBeUndefined();
    writeFileSync(join(bin, 'code.cmd'), '');
    chmodSync(join(bin, 'code.cmd'), 0o755);
    expect(findDesktopCode({ Path: bin }, 'win32')).toBe(join(bin, 'code.cmd'));
  });
});

describe('the window', () => {
  const open = async (settings: Record<string, unknown> = { 'a.setting': 1 }): Promise<number> => {
    const { code } = placeCode('bin');
    const places = { extension: '/ext', folder: '/my work', home: join(folder, 'home') };
    return openDesktopCode({ code, settings, env: { AML_SECURE_COMPUTE_OPEN: 'wizard' }, ...places }).ended;
  };

  test('is an extension development host with separate folders, and is awaited', async () => {
    expect(await open()).toBe(7);
    expect(recorded('args')).toEqual([
      '--extensionDevelopmentPath=/ext',
      `--user-data-dir=${join(folder, 'home', 'user-data')}`,
      `--extensions-dir=${join(folder, 'home', 'extensions')}`,
      '--new-window',
      '--wait',
      '--disable-telemetry',
      '--skip-welcome',
      '--skip-release-notes',
      '/my work',
    ]);
  });

  test('gets the launch argument, and no variables of the VS Code that started it', async () => {
    process.env['VSCODE_IPC_HOOK_CLI'] = '/other';
    process.env['ELECTRON_RUN_AS_NODE'] = '1';
    try {
      await open();
    } finally {
      delete process.env['VSCODE_IPC_HOOK_CLI'];
      delete process.env['ELECTRON_RUN_AS_NODE'];
    }
    const names = recorded('env').map((line) => line.split('=')[0]);
    expect(recorded('env')).toContain('AML_SECURE_COMPUTE_OPEN=wizard');
    expect(names).not.toContain('VSCODE_IPC_HOOK_CLI');
    expect(names).not.toContain('ELECTRON_RUN_AS_NODE');
  });

  test('gets its settings written once, so that later changes stay', async () => {
    const file = join(folder, 'home', 'user-data', 'User', 'settings.json');
    expect(existsSync(file)).toBe(false);
    await open();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 'a.setting': 1 });
    await open({ 'a.setting': 2 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 'a.setting': 1 });
  });

  test('that can’t be started rejects with the error', async () => {
    const places = { extension: '/ext', folder: '/f', home: join(folder, 'home') };
    const code = join(folder, 'gone', 'code');
    await expect(openDesktopCode({ code, settings: {}, ...places }).ended).rejects.toThrow('ENOENT');
  });
});
