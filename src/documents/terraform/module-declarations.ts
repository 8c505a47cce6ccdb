import { reason, type Reason } from '../../core/reason';
import { noFile } from '../evaluate/errors';
import type { DirectiveComment, SyntaxFault } from '../template/template';
import type { HclAttribute, HclBlock, HclBody, HclFile } from '../hcl/hcl-syntax';
import { parseHcl } from '../hcl/parse-hcl';
import { parseHclJson } from '../hcl/parse-hcl-json';
import { pathInFolder, type ModuleDeclarations, type TerraformRun } from './hcl-scope';

/** Returns the names of a folder's files, or the reason why they aren't known. */
export function namesInFolder(folder: string, { files }: TerraformRun): readonly string[] | Reason {
  const found = files.list(folder === '' ? '.' : folder, '');
  if (found.is === 'missing') return reason('documents.evaluation.noFile', { file: folder });
  if (found.is !== 'text') return reason(`unknown.file.${found.is}`, { file: folder });
  return found.text.split('\n').filter((name) => name !== '');
}

/**
 * Reads the configuration files of a folder, without the parts that can't be parsed. Returns the reason if the folder
 * doesn't exist.
 */
export function readDeclarations(folder: string, run: TerraformRun): ModuleDeclarations | Reason {
  const names = namesInFolder(folder, run);
  if ('key' in names) return names;
  const configurations = names.filter(isConfiguration).toSorted();
  const read = (isOverride: boolean): readonly HclFile[] =>
    configurations
      .filter((name) => isOverrideName(name) === isOverride)
      .flatMap((name) => readConfiguration(pathInFolder(folder, name), run));
  const [files, overrides] = [read(false), read(true)];
  const declarations = declarationsOf(folder, files, overrides);
  for (const { key, block } of declarations.duplicates) {
    run.budget.fault(reason('documents.terraform.duplicate', { name: key }), block.place);
  }
  return declarations.declared;
}

function isConfiguration(name: string): boolean {
  const isHidden = name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'));
  return !isHidden && /\.tf(?:\.json)?$/.test(name);
}

function isOverrideName(name: string): boolean {
  const base = name.replace(/\.tf(?:\.json)?$/, '');
  return base === 'override' || base.endsWith('_override');
}

/** Returns a file's syntax, which is read once even if several modules use it. Empty if the file can't be read. */
function readConfiguration(path: string, run: TerraformRun): readonly HclFile[] {
  const found = run.files.read(path, '');
  if (found.is !== 'text') {
    noteUnread(found, run);
    return [];
  }
  return [run.syntax(found.file, found.text, parseConfiguration)];
}

/** Reports that a file isn't read, which could change everything. */
export function noteUnread(
  { is, file }: ReturnType<TerraformRun['files']['read']>,
  { budget }: Pick<TerraformRun, 'budget'>,
): void {
  if (is === 'wanted') return;
  const because = is === 'outside' ? reason('unknown.file.outside', { file }) : reason(noFile, { file });
  budget.leaveOut({ file, start: 0, end: 0 }, because);
}

function parseConfiguration(text: string, file: string): HclFile {
  return file.endsWith('.json') ? parseHclJson(text, file) : parseHcl(text, file);
}

interface Draft {
  readonly variables: Map<string, HclBlock>;
  readonly outputs: Map<string, HclBlock>;
  readonly modules: Map<string, HclBlock>;
  readonly resources: Map<string, HclBlock>;
  readonly locals: Map<string, HclAttribute>;
  readonly others: HclBlock[];
  readonly duplicates: DuplicateBlock[];
}

/** A block with the same name as another one. */
interface DuplicateBlock {
  readonly key: string;
  readonly block: HclBlock;
}

function declarationsOf(
  folder: string,
  files: readonly HclFile[],
  overrides: readonly HclFile[],
): { readonly declared: ModuleDeclarations; readonly duplicates: readonly DuplicateBlock[] } {
  const draft: Draft = {
    variables: new Map(),
    outputs: new Map(),
    modules: new Map(),
    resources: new Map(),
    locals: new Map(),
    others: [],
    duplicates: [],
  };
  for (const { body } of files) for (const block of body.blocks) declare(draft, block, false);
  for (const { body } of overrides) for (const block of body.blocks) declare(draft, block, true);
  const { duplicates, ...tables } = draft;
  return { declared: { folder, files: [...files, ...overrides], ...tables }, duplicates };
}

function declare(draft: Draft, block: HclBlock, isOverride: boolean): void {
  if (block.type === 'locals') {
    for (const attribute of block.body.attributes) draft.locals.set(attribute.name, attribute);
    return;
  }
  const table = tableOf(draft, block);
  if (table === undefined) {
    draft.others.push(block);
    return;
  }
  const before = table.blocks.get(table.key);
  if (isOverride) table.blocks.set(table.key, before ? overridden(before, block) : block);
  else if (before === undefined) table.blocks.set(table.key, block);
  // Terraform rejects the second one.
  else draft.duplicates.push({ key: table.key, block });
}

function tableOf(
  draft: Draft,
  { type, labels }: HclBlock,
): { readonly blocks: Map<string, HclBlock>; readonly key: string } | undefined {
  const key = labels.map(({ text }) => text).join('.');
  const named = { variable: draft.variables, output: draft.outputs, module: draft.modules };
  if (Object.hasOwn(named, type) && labels.length === 1) {
    return { blocks: named[type as keyof typeof named], key };
  }
  if (labels.length !== 2) return undefined;
  if (type === 'resource') return { blocks: draft.resources, key };
  return type === 'data' ? { blocks: draft.resources, key: `data.${key}` } : undefined;
}

/** Applies an override, which replaces arguments, and all blocks of the types that it contains. */
function overridden(base: HclBlock, override: HclBlock): HclBlock {
  const attributes = new Map(base.body.attributes.map((one) => [one.name, one]));
  for (const one of override.body.attributes) attributes.set(one.name, one);
  const replaced = new Set(override.body.blocks.map(blockName));
  const blocks = [
    ...base.body.blocks.filter((one) => !replaced.has(blockName(one))),
    ...override.body.blocks,
  ];
  const body: HclBody = {
    ...base.body,
    attributes: [...attributes.values()],
    blocks,
    isBroken: base.body.isBroken || override.body.isBroken,
  };
  return { ...base, body };
}

function blockName({ type, labels: [label] }: HclBlock): string {
  return type === 'dynamic' && label ? label.text : type;
}

/** Returns the syntax faults and comments of files, each file once. */
export function remarksOf(files: Iterable<HclFile>): {
  readonly faults: readonly SyntaxFault[];
  readonly directives: readonly DirectiveComment[];
} {
  const all = [...files];
  return { faults: all.flatMap((one) => one.faults), directives: all.flatMap((one) => one.directives) };
}
