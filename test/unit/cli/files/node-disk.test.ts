import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../../../src/cli/files/node-disk';
import { worldOf } from '../../../../src/cli/read-sources';

const folder = mkdtempSync(join(tmpdir(), 'node-disk-'));
const marked = join(folder, 'marked.json');
writeFileSync(marked, '\uFEFF{}');

test('a folder in place of a file is told as one', async () => {
  await expect(nodeDisk.readFile(folder)).rejects.toMatchObject({
    because: { key: 'terminal.isFolder', values: { name: folder } },
  });
});

test('what cannot be written is told with the reason', async () => {
  const name = join(folder, 'nowhere', 'main.bicep');
  await expect(nodeDisk.writeFiles(new Map([[name, '']]))).rejects.toMatchObject({
    because: { key: 'terminal.cannotWrite', values: { file: name, code: 'ENOENT' } },
  });
});

test('the mark before a text is no part of a template, but of what is loaded', async () => {
  const template = { name: join(folder, 'main.bicep'), text: '' };
  writeFileSync(template.name, '\uFEFFparam a string');
  expect(await nodeDisk.readFile(template.name)).toMatchObject({ text: 'param a string' });
  const world = await worldOf(
    nodeDisk,
    { name: join(folder, 'root.bicep'), text: '' },
    { params: undefined, root: folder },
  );
  expect(await world.read(template.name)).toBe('param a string');
  expect(await world.read(marked)).toBe('\uFEFF{}');
});

test('a mark is kept once, whether the text has it or not', async () => {
  for (const text of ['[]', '\uFEFF[]']) {
    await nodeDisk.writeFiles(new Map([[marked, text]]));
    expect(readFileSync(marked, 'utf8')).toBe('\uFEFF[]');
  }
});
