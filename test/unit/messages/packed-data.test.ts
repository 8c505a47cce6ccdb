import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packPages, packedTexts } from '../../../scripts/packed-data.mjs';
import { late } from '../../../src/messages/fr/late';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'packed-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function unpacked(name: string): unknown {
  return JSON.parse(brotliDecompressSync(readFileSync(join(folder, name))).toString('utf8'));
}

describe('what ships compressed', () => {
  it('has every text of a language', async () => {
    await esbuild.build({
      entryPoints: ['src/messages/fr/late.ts'],
      write: false,
      bundle: true,
      platform: 'node',
      plugins: [packedTexts(folder)],
    });
    expect(unpacked('texts.fr.json.br')).toEqual(late);
  });

  it('has every page, without what is for programs', () => {
    packPages(folder);
    const pages = unpacked('pages.json.br') as Record<string, string>;
    const names = ['checks', 'causes'].flatMap((one) =>
      readdirSync(join('docs', one), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${one}/${name.replaceAll('\\', '/')}`),
    );
    expect(Object.keys(pages).sort()).toEqual(names.sort());
    for (const [name, text] of Object.entries(pages)) expect(text.startsWith('# '), name).toBe(true);
  });
});
