import type { Expression } from '../../src/documents/template/expression';
import type { ResourceDeclaration, Template } from '../../src/documents/template/template';

/** The part of a compiled template with its declarations. */
export interface CompiledTemplate {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly variables?: Readonly<Record<string, unknown>> & {
    readonly copy?: readonly { readonly name: string }[];
  };
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly resources?: readonly CompiledResource[] | Readonly<Record<string, CompiledResource>>;
}

interface CompiledResource {
  readonly type: string;
  readonly apiVersion?: string;
  readonly existing?: boolean;
  readonly condition?: unknown;
  readonly copy?: unknown;
}

/** Returns the differences between parsed declarations and those of the compiler; empty if there are none. */
export function declarationLosses(template: Template, compiled: CompiledTemplate): string[] {
  return [
    ...difference('parameters', namesOf(template.parameters), Object.keys(compiled.parameters ?? {})),
    ...difference('outputs', namesOf(template.outputs), Object.keys(compiled.outputs ?? {})),
    ...missingVariables(template, compiled),
    ...difference('resources', resourcesRead(template), resourcesCompiled(compiled)),
  ];
}

const namesOf = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name);

function difference(what: string, read: readonly string[], compiled: readonly string[]): string[] {
  const [ours, theirs] = [[...read].sort(), [...compiled].sort()];
  if (ours.join('\n') === theirs.join('\n')) return [];
  const only = (some: readonly string[], others: readonly string[]): string =>
    some.filter((one) => !others.includes(one)).join(', ');
  return [`${what}: only ours ${only(ours, theirs)}; only the compiler's ${only(theirs, ours)}`];
}

/** The compiler omits variables that it inlines. The others must be parsed. */
function missingVariables(template: Template, { variables = {} }: CompiledTemplate): string[] {
  const { copy = [], ...plain } = variables;
  const read = new Set(namesOf(template.variables));
  // Imports have a name that the compiler generates, and so do texts of files.
  const own = [...Object.keys(plain), ...namesOf(copy)].filter((name) => !/^(?:_\d+\.|\$fxv#)/.test(name));
  const imported = new Set(template.imports.flatMap(({ names }) => (names ?? []).map((one) => one.as)));
  return own
    .filter((name) => !read.has(name) && !imported.has(name))
    .map((name) => `the variable ${name} is not read`);
}

const hasFilter = (loop: ResourceDeclaration['loop']): boolean => loop !== null && loop.filter !== null;

interface Outer {
  readonly condition: boolean;
}

function resourcesRead({ resources, modules }: Template): string[] {
  const flat = ({ condition, ...one }: ResourceDeclaration, outer: Outer): string[] => {
    const isConditional = condition !== null || hasFilter(one.loop) || outer.condition;
    const version = one.apiVersion?.is === 'literal' ? String(one.apiVersion.value) : '';
    return [
      ...(one.isExisting
        ? []
        : [shown({ type: `${one.type}@${version}`, isConditional, isLoop: one.loop !== null })]),
      ...one.children.flatMap((child) => flat(child, { condition: isConditional })),
    ];
  };
  return [
    ...resources.flatMap((one) => flat(one, { condition: false })),
    ...modules.map(({ condition, loop }) =>
      shown({
        type: 'module',
        isConditional: condition !== null || hasFilter(loop),
        isLoop: loop !== null,
      }),
    ),
  ];
}

function resourcesCompiled({ resources = [] }: CompiledTemplate): string[] {
  return Object.values(resources)
    .filter(({ existing }) => existing !== true)
    .map(({ type, apiVersion, condition, copy }) =>
      shown({
        // Types of extensions contain their version.
        type: apiVersion === undefined ? type : `${type}@${apiVersion}`,
        isConditional: condition !== undefined,
        isLoop: copy !== undefined,
      }),
    );
}

/** A module and a handwritten deployment are the same to the compiler, and so is the case of a type. */
function shown({
  type,
  isConditional,
  isLoop,
}: {
  type: string;
  isConditional: boolean;
  isLoop: boolean;
}): string {
  const isModule = /^Microsoft\.Resources\/deployments@/i.test(type);
  return `${isModule ? 'module' : type.toLowerCase()}${isConditional ? ' if' : ''}${isLoop ? ' for' : ''}`;
}

/** A variable's parsed value and its compiled value. */
export interface ComparedValue {
  readonly name: string;
  readonly read: unknown;
  readonly compiledValue: unknown;
}

/** Returns the constant variables that the compiler kept. */
export function comparedValues({ variables }: Template, compiled: CompiledTemplate): ComparedValue[] {
  return variables.flatMap(({ name, value }) => {
    const plain = plainValue(value);
    const compiledValue = compiled.variables?.[name];
    return plain === undefined || compiledValue === undefined
      ? []
      : [{ name, read: escaped(plain), compiledValue }];
  });
}

/** Returns the value of a constant expression; undefined for others. */
function plainValue(expression: Expression): unknown {
  if (expression.is === 'literal') return expression.value;
  if (expression.is === 'array') {
    const items = expression.items.map((item) => (item.is === 'spread' ? undefined : plainValue(item)));
    return items.includes(undefined) ? undefined : items;
  }
  if (expression.is !== 'object') return undefined;
  const members = expression.members.map((one) =>
    one.is === 'spread' ? [] : [plainValue(one.key), plainValue(one.value)],
  );
  const isPlain = members.every(([key, value]) => typeof key === 'string' && value !== undefined);
  return isPlain ? Object.fromEntries(members) : undefined;
}

/** A text in a template that starts with a bracket is written with two, so that it isn't an expression. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('[') ? `[${value}` : value;
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, escaped(one)]));
}
