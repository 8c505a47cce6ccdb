import { readdirSync, readFileSync } from 'node:fs';
import type { HclAttribute, HclBlock, HclBody } from '../../../src/documents/hcl/hcl-syntax';
import { parseHcl } from '../../../src/documents/hcl/parse-hcl';
import type { Project, Transformation, Variant } from './project';
import { writeOutDynamic } from './write-out-dynamic';

/** The root of a Terraform project: its only file. */
const root = 'main.tf';

/** Returns a Terraform folder with the lists of its files, as an analysis requests it. */
function terraformProject(files: Readonly<Record<string, string>>): Project {
  const lists = new Map<string, string[]>();
  for (const file of Object.keys(files)) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1) || './';
    lists.set(folder, [...(lists.get(folder) ?? []), file.slice(folder === './' ? 0 : folder.length)]);
  }
  const listed = [...lists].map(([folder, names]) => [folder, names.join('\n')] as const);
  return { roots: [root], files: { ...files, ...Object.fromEntries(listed) } };
}

/** Returns the Terraform examples of the checks, whose Bicep examples are among the other fixtures. */
export function terraformProjects(): readonly Project[] {
  const names = readdirSync('test/fixtures/checks').filter((name) => name.endsWith('.tf'));
  return names
    .toSorted()
    .map((name) => terraformProject({ [root]: readFileSync(`test/fixtures/checks/${name}`, 'utf8') }));
}

/** A top-level block with the comments before it. */
interface Chunk {
  readonly block: HclBlock;
  readonly text: string;
}

function textOf({ files }: Project): string {
  return files[root] ?? '';
}

function blocksOf(project: Project): readonly HclBlock[] {
  return parseHcl(textOf(project), root).body.blocks;
}

function chunksOf(project: Project): readonly Chunk[] {
  const text = textOf(project);
  let start = 0;
  return blocksOf(project).map((block) => {
    const { end } = block.place;
    const chunk = { block, text: `${text.slice(start, end).trim()}\n` };
    start = end;
    return chunk;
  });
}

const isSetting = ({ block }: Chunk): boolean => block.type === 'terraform' || block.type === 'provider';

/** Moves each block into a separate file. */
const splitFiles: Transformation = (project) => {
  const chunks = chunksOf(project);
  const files = chunks.map(({ text }, at) => [at === 0 ? root : `part${String(at)}.tf`, text] as const);
  return [{ at: 'every block', project: terraformProject(Object.fromEntries(files)) }];
};

/** Prefix of the addresses in a module with all resources: symbols of unknown values have it. */
export const movedPrefix = 'module.moved.';

/** Moves all resources into a module. */
const intoModule: Transformation = (project) => {
  const chunks = chunksOf(project);
  const join = (all: readonly Chunk[]): string => all.map(({ text }) => text).join('\n');
  const main = `${join(chunks.filter(isSetting))}\nmodule "moved" {\n  source = "./network"\n}\n`;
  const module = join(chunks.filter((one) => !isSetting(one)));
  return [{ at: 'every block', project: terraformProject({ [root]: main, 'network/main.tf': module }) }];
};

function resourcesOf(project: Project): readonly HclBlock[] {
  return blocksOf(project).filter(({ type }) => type === 'resource');
}

/** Returns the arguments of a body and its blocks. Those of `lifecycle` can't refer to anything. */
function attributesIn({ attributes, blocks }: HclBody): readonly HclAttribute[] {
  const inner = blocks.filter(({ type }) => type !== 'lifecycle').flatMap(({ body }) => attributesIn(body));
  return [...attributes, ...inner];
}

function replaced(project: Project, parts: readonly (readonly [start: number, end: number, by: string])[]) {
  let text = textOf(project);
  for (const [start, end, by] of parts.toSorted((one, other) => other[0] - one[0])) {
    text = text.slice(0, start) + by + text.slice(end);
  }
  return text;
}

/** Replaces a literal with a reference to the text of `declare`. */
function asReference(reference: string, declare: (literal: string) => string): Transformation {
  return (project) =>
    resourcesOf(project)
      .flatMap(({ body }) => attributesIn(body))
      .filter(({ value }) => value.is === 'literal')
      .map(({ name, value: { place } }): Variant => {
        const literal = textOf(project).slice(place.start, place.end);
        const text = replaced(project, [[place.start, place.end, reference]]);
        const at = `${name} at ${String(place.start)}`;
        return { at, project: terraformProject({ [root]: `${text}\n${declare(literal)}` }) };
      });
}

/** Writes a resource that exists once by `count` or `for_each`. */
function asInstance(argument: string, key: string): Transformation {
  return (project) =>
    resourcesOf(project).map((block): Variant => {
      const [type = '', name = ''] = block.labels.map(({ text }) => text);
      const opening = textOf(project).indexOf('{', block.labels.at(-1)?.place.end ?? 0) + 1;
      const text = replaced(project, [[opening, opening, `\n  ${argument}\n`]]);
      const references = new RegExp(`(?<![\\w.-])(${type}\\.${name})(?=\\.)`, 'g');
      const at = `${type}.${name}`;
      return { at, project: terraformProject({ [root]: text.replace(references, `$1[${key}]`) }) };
    });
}

/** Writes blocks of one type with the same arguments as a loop over a list. */
const writeAsLoop: Transformation = (project) =>
  resourcesOf(project).flatMap(({ body, labels }): readonly Variant[] => {
    const byForm = new Map<string, HclBlock[]>();
    for (const block of body.blocks) {
      const isPlain = block.body.blocks.length === 0 && block.body.attributes.length > 0;
      if (!isPlain || block.type === 'lifecycle') continue;
      const names = block.body.attributes.map(({ name }) => name).toSorted();
      const form = [block.type, ...names].join(' ');
      byForm.set(form, [...(byForm.get(form) ?? []), block]);
    }
    // Blocks of other forms change their position: applies only if the order of all stays the same.
    return [...byForm].map(([form, blocks]) => ({
      at: `${labels.map(({ text }) => text).join('.')}, ${form.split(' ', 1)[0] ?? ''}`,
      project: terraformProject({ [root]: withLoop(project, blocks) }),
    }));
  });

function withLoop(project: Project, [first, ...others]: readonly HclBlock[]): string {
  if (!first) return textOf(project);
  const source = (start: number, end: number): string => textOf(project).slice(start, end);
  const itemOf = ({ body }: HclBlock): string =>
    `{ ${body.attributes.map(({ name, value }) => `${name} = ${source(value.place.start, value.place.end)}`).join(', ')} }`;
  const content = first.body.attributes.map(({ name }) => `      ${name} = ${first.type}.value.${name}`);
  const items = [first, ...others].map((one) => `      ${itemOf(one)},`);
  const loop = `dynamic "${first.type}" {
    for_each = [
${items.join('\n')}
    ]
    content {
${content.join('\n')}
    }
  }`;
  const { start, end } = first.place;
  return replaced(project, [
    [start, end, loop],
    ...others.map(({ place }) => [place.start, place.end, ''] as const),
  ]);
}

/** Writes blocks as a loop, and the loop's items as blocks again. */
const writeOutLoop: Transformation = (project) =>
  writeAsLoop(project).map(({ at, project: looped }): Variant => {
    const { texts, written } = writeOutDynamic({ [root]: textOf(looped) });
    if (written !== 1) throw new Error(`${at} isn’t written out`);
    return { at, project: terraformProject(texts) };
  });

/** Ways to write a Terraform folder differently without changing what it deploys. */
export const terraformTransformations: Readonly<Record<string, Transformation>> = {
  'refer to a local value': asReference('local.moved', (literal) => `locals {\n  moved = ${literal}\n}\n`),
  'refer to a variable': asReference(
    'var.moved',
    (literal) => `variable "moved" {\n  default = ${literal}\n}\n`,
  ),
  'split into files': splitFiles,
  'put the resources into a module': intoModule,
  'write as count': asInstance('count = 1', '0'),
  'write as for_each': asInstance('for_each = toset(["one"])', '"one"'),
  'write as a dynamic block': writeAsLoop,
  'write out a dynamic block': writeOutLoop,
};
