import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeDisk } from '../../../../src/cli/files/node-disk';
import { sourceFileSystem } from '../../../../src/cli/read-sources';

const folder = mkdtempSync(join(tmpdir(), 'node-disk-'));
const marked = join(folder, 'marked.json');
writeFileSync(marked, '\uFEFF{}');
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder instead of a file is reported as one', async () => {
  await expect(nodeDisk.readFile(folder)).rejects.toMatchObject({
    because: { key: 'terminal.isFolder', values: { name: folder } },
  });
});

test('a failed write is reported with the reason', async () => {
  const name = join(folder, 'nowhere', 'main.bicep');
  await expect(nodeDisk.writeFiles(new Map([[name, '']]))).rejects.toMatchObject({
    because: { key: 'terminal.noFolderFor', values: { file: name, code: 'ENOENT' } },
  });
});

test('a byte order mark isn’t part of a template, but part of loaded text', async () => {
  const template = { name: join(folder, 'main.bicep'), text: '' };
  writeFileSync(template.name, '\uFEFFparam a string');
  expect(await nodeDisk.readFile(template.name)).toMatchObject({ text: 'param a string' });
  const world = await sourceFileSystem(
    nodeDisk,
    { name: join(folder, 'root.bicep'), text: '' },
    { params: undefined, root: folder },
  );
  expect(await world.read(template.name)).toBe('param a string');
  expect(await world.read(marked)).toBe('\uFEFF{}');
});

test('parameter files of a project have paths like the template, without links and node_modules', async () => {
  const project = join(folder, 'project');
  mkdirSync(project);
  for (const one of ['env', 'infra', 'node_modules']) mkdirSync(join(project, one));
  for (const one of ['env/a.bicepparam', 'infra/b.bicepparam', 'node_modules/c.bicepparam', 'infra/d.json']) {
    writeFileSync(join(project, one), '');
  }
  symlinkSync(join(project, 'env/a.bicepparam'), join(project, 'infra/link.bicepparam'));
  const template = join(project, 'infra/main.bicep');
  const files = ['env/a.bicepparam', 'infra/b.bicepparam'].map((one) => join(project, one));
  expect([...(await nodeDisk.parameterFilesFor(template, project)).files].sort()).toEqual(files);
  const fromHere = files.map((one) => relative(process.cwd(), one));
  const named = relative(process.cwd(), template);
  expect([...(await nodeDisk.parameterFilesFor(named, project)).files].sort()).toEqual(fromHere);
});

test('a byte order mark is kept once, whether the text has it or not', async () => {
  for (const text of ['[]', '\uFEFF[]']) {
    await nodeDisk.writeFiles(new Map([[marked, text]]));
    expect(readFileSync(marked, 'utf8')).toBe('\uFEFF[]');
  }
});

// `>` in Windows PowerShell 5.1 writes UTF-16 with a byte order mark (about_Redirection).
test.each([
  ['little-endian', (bytes: Buffer) => bytes],
  ['big-endian', (bytes: Buffer) => bytes.swap16()],
])('UTF-16 with a byte order mark, %s, is read, and written as UTF-16', async (_, order) => {
  const name = join(folder, 'redirected.json');
  const bytesOf = (text: string): Buffer => order(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  writeFileSync(name, bytesOf('{"name":"réseau"}'));
  expect(await nodeDisk.readFile(name)).toMatchObject({ text: '{"name":"réseau"}' });
  await nodeDisk.writeFiles(new Map([[name, '{"name":"réseaux"}']]));
  expect(readFileSync(name).equals(bytesOf('{"name":"réseaux"}'))).toBe(true);
});

// Results of Bicep 0.49.2 for `param n string = 'café'` in each encoding.
test.each([
  ['Latin-1', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'caf\uFFFD'],
  ['UTF-16 with half a letter', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8]), 'a\uFFFD'],
  ['UTF-32, little-endian', Buffer.from([0xff, 0xfe, 0, 0, 0xe9, 0, 0, 0]), 'é'],
  ['UTF-32, big-endian', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0xe9]), 'é'],
])('%s is read like the compiler reads it, and not written', async (_, bytes, text) => {
  const name = join(folder, 'bytes.json');
  writeFileSync(name, bytes);
  expect(await nodeDisk.readFile(name)).toMatchObject({ text });
  await expect(nodeDisk.writeFiles(new Map([[name, 'x']]))).rejects.toMatchObject({
    because: { key: 'terminal.notUtf8' },
  });
  expect(readFileSync(name).equals(bytes)).toBe(true);
});
