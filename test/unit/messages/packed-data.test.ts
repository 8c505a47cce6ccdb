import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packPages, packedTexts } from '../../../scripts/packed-data.mjs';
import { early } from '../../../src/messages/fr/early';
import { late } from '../../../src/messages/fr/late';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'packed-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function unpacked(name: string): unknown {
  return JSON.parse(brotliDecompressSync(readFileSync(join(folder, name))).toString('utf8'));
}

describe('compressed data that ships', () => {
  it.each([
    ['late texts, for an extension that starts with the early texts', false, late],
    ['every text, for a program that starts with all texts', true, { ...early, ...late }],
  ])('has %s', async (_, whole, texts) => {
    const { outputFiles } = await esbuild.build({
      stdin: {
        contents: `import { early } from './early'; import { late } from './late'; module.exports = { early, late };`,
        resolveDir: 'src/messages/fr',
      },
      write: false,
      bundle: true,
      platform: 'node',
      define: { __dirname: JSON.stringify(join(folder, 'chunks')) },
      plugins: [packedTexts(join(folder, 'data'), { whole })],
    });
    const program = join(folder, 'program.cjs');
    writeFileSync(program, outputFiles[0]?.text ?? '');
    const read = createRequire(import.meta.url)(program) as Record<'early' | 'late', object>;
    expect(read.late).toEqual(texts);
    expect(read.early).toEqual(whole ? {} : early);
  });

  it('has every page, without its front matter', () => {
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
