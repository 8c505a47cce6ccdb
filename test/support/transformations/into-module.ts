import type { ResourceSyntax } from '../../../src/documents/bicep/syntax/syntax';
import { withEdits } from '../../../src/documents/edits/text-edit';
import { isScoped } from './add-reference';
import { neededBy, type Needed } from './needed';
import {
  siblingPath,
  bicepFilesOf,
  changed,
  siblingReference,
  freshSymbol,
  joinSourceParts,
  namesDeployment,
  rootOf,
  startWithComments,
  type Change,
  type Project,
  type ProjectFile,
  type Transformation,
  type Variant,
} from './project';
import {
  declarationsByName,
  memberText,
  resourcesOf,
  typeOf,
  usedAs,
  usesIn,
  type DeployedSyntax,
  type NamedDeclaration,
  type SymbolUse,
} from './syntax-uses';

type Resource = DeployedSyntax & { readonly node: ResourceSyntax };

/** Moves the whole first file into a module, which gets its parameters. */
export const wholeIntoModule: Transformation = (project) => {
  const file = rootOf(project);
  if (!file || isScoped(file) || hasImports(file) || namesDeployment(project)) return [];
  if (project.roots.length !== 1) return [];
  const declared = [...declarationsByName(file.tree).values()];
  if (!declared.some(({ is }) => is === 'resource' || is === 'module')) return [];
  const parameters = declared.filter(({ is }) => is === 'param');
  if (!parameters.every((one) => hasPlainType(file, one)) || usesAny(file, parameters)) return [];
  const inner = siblingReference(project, file.file, 'whole');
  const passed = parameters.map(({ name: { text } }) => `    ${text}: ${text}\n`);
  const params = passed.length === 0 ? '' : `  params: {\n${passed.join('')}  }\n`;
  const main = joinSourceParts([
    parameters.map((one) => file.text.slice(one.start, one.end)).join('\n'),
    `module whole '${inner}' = {\n  name: 'whole'\n${params}}`,
  ]);
  const files = { ...project.files, [file.file]: main, [siblingPath(file.file, inner)]: file.text };
  return [{ at: `${file.file}: the whole file in a module`, project: { ...project, files } }];
};

/** A default that uses variables would need them too. */
function usesAny({ tree }: ProjectFile, parameters: readonly NamedDeclaration[]): boolean {
  const declared = declarationsByName(tree);
  const names = parameters.flatMap((one) => usesIn(one).map(({ name }) => name));
  return names.some((name) => ['var', 'func', 'type', 'import'].includes(declared.get(name)?.is ?? 'param'));
}

/** Parts that a module can't contain. */
function hasImports({ text }: ProjectFile): boolean {
  return /@(?:sys\.)?export|\bimport\b/.test(text);
}

const plainTypes: ReadonlySet<string> = new Set(['string', 'int', 'bool', 'object', 'array']);

function hasPlainType({ text }: ProjectFile, one: NamedDeclaration): boolean {
  return one.is === 'param' && one.type !== null && plainTypes.has(text.slice(one.type.start, one.type.end));
}

/** Moves a resource into a module, which gets what it needs from the file. */
export const intoModule: Transformation = (project) =>
  bicepFilesOf(project).flatMap((file) =>
    isScoped(file) || namesDeployment(project)
      ? []
      : resourcesOf(file.tree).flatMap((resource) => moved(project, file, resource)),
  );

function moved(project: Project, file: ProjectFile, resource: Resource): readonly Variant[] {
  const { node, object, symbol, loop } = resource;
  const { text, tree } = file;
  const needed = neededBy(file, [node]);
  const isPlain = !loop && memberText(text, object, 'scope') === undefined;
  if (!needed || !isPlain || hasImports(file)) return [];
  const interface_ = interfaceOf(file, resource, needed);
  const module = freshSymbol(text, `${symbol}Module`);
  const outside = usesIn(tree.root)
    .filter(({ name }) => name === symbol)
    .map((use) => fromOutside(file, use, { module, resource }));
  if (!interface_ || outside.some((one) => one === undefined)) return [];
  const name = siblingReference(project, file.file, 'part');
  const params = interface_.passed.map((one) => `    ${one}\n`).join('');
  const call = `module ${module} '${name}' = {\n  name: '${symbol}-part'\n${params === '' ? '' : `  params: {\n${params}  }\n`}}`;
  const change = { start: startWithComments(text, node.start), end: node.end, text: call };
  return [
    {
      at: `${file.file}: ${symbol} in a module`,
      project: changed(project, file, {
        changes: [change, ...outside.filter((one) => one !== undefined)],
        files: { [siblingPath(file.file, name)]: interface_.text },
      }),
    },
  ];
}

/** The ID of a moved resource becomes an output, and its name the written text. */
function fromOutside(
  { text }: ProjectFile,
  use: SymbolUse,
  { module, resource: { object } }: { readonly module: string; readonly resource: Resource },
): Change | undefined {
  const as = usedAs(use);
  if (as.is === 'dependency') return { start: use.node.start, end: use.node.end, text: module };
  if (as.is !== 'property') return undefined;
  const at = { start: as.node.start, end: as.node.end };
  if (as.name === 'id') return { ...at, text: `${module}.outputs.id` };
  const name = memberText(text, object, 'name');
  const isWhole = as.name === 'name' && memberText(text, object, 'parent') === undefined;
  return isWhole && name !== undefined ? { ...at, text: name } : undefined;
}

interface Interface {
  /** Text of the module. */
  readonly text: string;
  /** `name: value` of its parameters. */
  readonly passed: readonly string[];
}

/**
 * Returns the module interface of a resource: parameters for what it uses of other resources, and references to its
 * parents.
 */
function interfaceOf(file: ProjectFile, { node, symbol }: Resource, needed: Needed): Interface | undefined {
  const parameters = [...needed.parameters.values()];
  if (!parameters.every((one) => hasPlainType(file, one))) return undefined;
  if ([...needed.copied.values()].some((one) => namesDeployed(one, needed))) return undefined;
  const found = usesIn(node).flatMap((use) => {
    const declared = needed.deployed.get(use.name);
    return declared ? [fromInside(file, use, declared)] : [];
  });
  if (found.some((one) => one === undefined)) return undefined;
  const inside = found.filter((one) => one !== undefined);
  const changes = inside.flatMap(({ change }) => (change ? [change] : []));
  const body = withEdits(
    file.text.slice(node.start, node.end),
    changes.map(({ start, end, text }) => ({
      file: '',
      start: start - node.start,
      end: end - node.start,
      text,
    })),
  );
  const declarations = new Set([
    ...parameters.map((one) => withoutDefault(file, one)),
    ...[...needed.copied.values()].map(({ start, end }) => file.text.slice(start, end)),
    ...inside.flatMap((one) => one.declarations),
  ]);
  const passed = [
    ...parameters.map(({ name }) => `${name.text}: ${name.text}`),
    ...new Set(inside.map((one) => one.passed)),
  ];
  // A comment before the resource may be one that the product reads.
  const comments = file.text.slice(startWithComments(file.text, node.start), node.start);
  return {
    text: joinSourceParts([...declarations, `${comments}${body}`, `output id string = ${symbol}.id`]),
    passed,
  };
}

function namesDeployed(one: NamedDeclaration, { deployed }: Needed): boolean {
  return usesIn(one).some(({ name }) => deployed.has(name));
}

function withoutDefault({ text }: ProjectFile, one: NamedDeclaration): string {
  const end = one.is === 'param' && one.type ? one.type.end : one.end;
  return text.slice(one.start, end);
}

interface FromInside {
  readonly declarations: readonly string[];
  readonly passed: string;
  readonly change: Change | null;
}

/**
 * Replaces `nsg.id` with a parameter, and a parent with a reference by its name; undefined for any other use of a
 * resource.
 */
function fromInside(
  { text }: ProjectFile,
  use: SymbolUse,
  declared: NamedDeclaration,
): FromInside | undefined {
  const as = usedAs(use);
  if (declared.is !== 'resource') return undefined;
  if (as.is === 'parent') return asParent(use.name, declared);
  if (as.is !== 'property' || !['id', 'name'].includes(as.name)) return undefined;
  const { start, end } = as.node;
  const parameter = `${use.name}_${as.name}`;
  return {
    declarations: [`param ${parameter} string`],
    passed: `${parameter}: ${text.slice(start, end)}`,
    change: { start, end, text: parameter },
  };
}

function asParent(name: string, declared: ResourceSyntax): FromInside | undefined {
  const [type = '', version = ''] = typeOf(declared) ?? [];
  if (type.split('/').length !== 2) return undefined;
  return {
    declarations: [
      `param ${name}_name string`,
      `resource ${name} '${type}@${version}' existing = {\n  name: ${name}_name\n}`,
    ],
    passed: `${name}_name: ${name}.name`,
    change: null,
  };
}
