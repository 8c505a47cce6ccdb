import type { ResourceId } from '../../core/network/model';
import { sameId } from '../../core/network/find';
import type { WrittenValue } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { resolvePath } from '../../documents/source/resolve-path';
import type { SourceRange } from '../../documents/source/source-range';
import type { Expression } from '../../documents/template/expression';
import type { ResourceDeclaration, Template } from '../../documents/template/template';
import { declaredResource } from '../resource-of';
import type { EditedFiles } from './edited-files';
import { memberExpression } from './member-source';
import { nameSegments } from './name-segments';
import { subnetItemName } from './subnet-item-name';

/** A reference to a subnet in a file. */
export interface SubnetReference {
  readonly id: WrittenValue;
  /** The name for `dependsOn` in ARM JSON. Null if it isn't necessary, or the language infers it. */
  readonly waitsFor: string | null;
}

interface ReferenceTarget {
  readonly id: ResourceId;
  /** The file that will refer to it. */
  readonly file: string;
}

/**
 * Returns possible references to a declared subnet in a file. They refer to its own declaration, or to a value that is
 * passed to the file or returned from a module. These values have to be tested. Empty if there are none.
 */
export function subnetReferences(
  declared: DeclaredNetwork,
  { id, file }: ReferenceTarget,
  files: EditedFiles,
): readonly SubnetReference[] {
  const template = files.templateOf(file);
  const text = files.textOf(file);
  if (!template || text === undefined) return [];
  const here = { template, text };
  const own = ownResource(declared, id, here) ?? itemOfNetwork(declared, id, here);
  return own ? [own] : forwarded(template, files);
}

interface TemplateText {
  readonly template: Template;
  readonly text: string;
}

/** Returns the reference to a subnet that is a separate resource. */
function ownResource(
  declared: DeclaredNetwork,
  id: ResourceId,
  here: TemplateText,
): SubnetReference | undefined {
  const resource = declaredResource(declared, id);
  const path = resource && pathTo(resource.place, here.template);
  const last = path?.at(-1);
  if (!path || !last) return undefined;
  if (here.template.language === 'bicep') return bicepReference(path, (symbol) => `${symbol}.id`);
  const segments = path.length > 1 ? path.map((one) => segmentOf(one, here)) : segmentsOf(last, here);
  return segments && jsonReference(last.type, segments, { waits: last, by: segments });
}

/** Returns the reference to a subnet in its network's list. */
function itemOfNetwork(
  declared: DeclaredNetwork,
  id: ResourceId,
  here: TemplateText,
): SubnetReference | undefined {
  const networkId = id.replace(/\/subnets\/[^/]*$/i, '');
  const resource = declaredResource(declared, networkId);
  // A separate resource isn't in the list.
  if (!resource || declared.resources.some((one) => !one.isExisting && sameId(one.id, id))) return undefined;
  const path = pathTo(resource.place, here.template);
  const network = path?.at(-1);
  const name = network && subnetItemName(resource, id, { template: here.template, body: network.body });
  if (!path || !network || !name) return undefined;
  if (here.template.language === 'bicep') {
    const inside = insideText(name, here.text);
    return bicepReference(path, (symbol) => `'\${${symbol}.id}/subnets/${inside}'`);
  }
  const networkName = segmentOf(network, here);
  const segments = [networkName, sourceOf(name, here.text)];
  return jsonReference(`${network.type}/subnets`, segments, { waits: network, by: [networkName] });
}

/** Returns the path to the resource at a place, outermost first. Undefined if it has a condition, or is in a loop. */
function pathTo(
  { file, start }: SourceRange,
  { file: own, resources }: Template,
): readonly ResourceDeclaration[] | undefined {
  if (file !== own) return undefined;
  const path = pathIn(resources, start);
  return path?.some(({ condition, loop }) => condition !== null || loop !== null) ? undefined : path;
}

function pathIn(
  resources: readonly ResourceDeclaration[],
  start: number,
): readonly ResourceDeclaration[] | undefined {
  for (const one of resources) {
    if (one.place.start === start) return [one];
    const below = pathIn(one.children, start);
    if (below) return [one, ...below];
  }
  return undefined;
}

function bicepReference(
  path: readonly ResourceDeclaration[],
  write: (symbol: string) => string,
): SubnetReference | undefined {
  if (path.some(({ symbol }) => symbol === null)) return undefined;
  const symbol = path.map((one) => one.symbol).join('::');
  return { id: { $expression: write(symbol) }, waitsFor: null };
}

interface Waiting {
  readonly waits: ResourceDeclaration;
  /** Segments of its name. */
  readonly by: readonly (string | undefined)[];
}

function jsonReference(
  type: string,
  segments: readonly (string | undefined)[],
  { waits, by }: Waiting,
): SubnetReference | undefined {
  if (segments.includes(undefined)) return undefined;
  const call = (of: string, names: readonly (string | undefined)[]): string =>
    `resourceId('${of}', ${names.join(', ')})`;
  const first = waits.symbol ?? `[${call(waits.type, by)}]`;
  return { id: { $expression: call(type, segments) }, waitsFor: waits.isExisting ? null : first };
}

function segmentOf(declaration: ResourceDeclaration, { text }: TemplateText): string | undefined {
  const name = memberExpression(declaration.body, 'name');
  return name && sourceOf(name, text);
}

function segmentsOf(declaration: ResourceDeclaration, { text }: TemplateText): readonly string[] | undefined {
  const name = memberExpression(declaration.body, 'name');
  return name && nameSegments(name, (one) => sourceOf(one, text));
}

/** Writes an ARM JSON expression as an argument: a text in quotes, or anything else as written. */
function sourceOf(expression: Expression, text: string): string {
  if (expression.is === 'literal') return `'${String(expression.value).replaceAll("'", "''")}'`;
  const { start, end } = expression.place;
  return text.slice(start, end).replace(/^"?\[/, '').replace(/\]"?$/, '');
}

/** Writes a Bicep expression as a part of a text. */
function insideText(expression: Expression, text: string): string {
  const written = text.slice(expression.place.start, expression.place.end);
  const isText = expression.is === 'literal' || expression.is === 'interpolation';
  return isText && /^'(?!'')/.test(written) ? written.slice(1, -1) : `\${${written}}`;
}

/**
 * Maximum number of references to test, more than the number of subnet IDs that are usually passed to a file. Each test
 * reads everything again.
 */
const mostTested = 6;

/** Returns parameters and module outputs that are named after a subnet. */
function forwarded(
  { file, language, parameters, modules }: Template,
  files: EditedFiles,
): readonly SubnetReference[] {
  const given = parameters
    .filter(({ name, type }) => isOfSubnet(name) && type.toLowerCase() === 'string')
    .map(({ name }) => (language === 'bicep' ? name : `parameters('${name}')`));
  const outputs = modules.flatMap(({ symbol, source, loop, condition }) => {
    if (language !== 'bicep' || symbol === null || source.is !== 'file' || loop || condition) return [];
    const outs = files.templateOf(resolvePath(source.path, file))?.outputs ?? [];
    return outs.filter(({ name }) => isOfSubnet(name)).map(({ name }) => `${symbol}.outputs.${name}`);
  });
  return [...given, ...outputs]
    .slice(0, mostTested)
    .map(($expression) => ({ id: { $expression }, waitsFor: null }));
}

function isOfSubnet(name: string): boolean {
  return /subnet|snet/i.test(name);
}
