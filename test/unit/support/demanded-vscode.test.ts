import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demandedVscode, downloadVscode, lowestVscode } from '../../../scripts/desktop-vscode.mjs';
import { isCollected, linuxOnly, notCollected } from '../../../scripts/linux-only.mjs';
import { root } from '../../../scripts/places.mjs';

const demanding = (version: string): NodeJS.ProcessEnv => ({ AML_SECURE_COMPUTE_VSCODE: version });

describe('AML_SECURE_COMPUTE_VSCODE', () => {
  it.each([
    ['', undefined],
    ['1.103.2', '1.103.2'],
    ['stable', 'stable'],
    ['insiders', 'insiders'],
    ['lowest', lowestVscode()],
  ])('%j demands %j', (value, demanded) => {
    expect(demandedVscode(demanding(value))).toBe(demanded);
  });

  it.each(['latest', '1.103', '^1.101.0', 'Stable'])('%j is refused', (value) => {
    expect(() => demandedVscode(demanding(value))).toThrow(`AML_SECURE_COMPUTE_VSCODE is '${value}'`);
  });

  it('fails on Linux without a screen, before anything is downloaded', async () => {
    await expect(downloadVscode('stable', demanding('stable'), 'linux')).rejects.toThrow('xvfb-run -a');
  });
});

describe('test files that need Linux', () => {
  it.each(['win32', 'darwin'] as const)('are left out on %s, and listed', (platform) => {
    expect(isCollected('test/integration/proxy.test.ts', platform)).toBe(false);
    expect(isCollected('test/integration/trees.test.ts', platform)).toBe(true);
    expect(notCollected(platform)).toHaveLength(Object.keys(linuxOnly).length);
  });

  it('are all collected on Linux', () => {
    for (const file of Object.keys(linuxOnly)) {
      expect(isCollected(file, 'linux')).toBe(true);
      expect(existsSync(join(root, file)), file).toBe(true);
    }
    expect(notCollected('linux')).toEqual([]);
  });
});
