import type { JsonMember, JsonNode } from '../arm/json-node';
import { readJson } from '../arm/read-json';
import { directiveText } from '../source/directive-text';
import type { SourceRange } from '../source/source-range';
import type { HclAttribute, HclBlock, HclBody, HclExpression, HclFile, HclLabel } from './hcl-syntax';
import { parseHclExpression, parsePlacedTemplate } from './parse-hcl';

/** Number of labels of each block type. */
const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  check: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  import: 0,
  removed: 0,
};

/** Nested block types. In JSON, arguments and blocks look the same. */
const nestedBlocks = new Set([
  'admin_ssh_key',
  'boot_diagnostics',
  'connection',
  'container',
  'delegation',
  'dynamic',
  'identity',
  'ip_configuration',
  'lifecycle',
  'managed_network',
  'management_ip_configuration',
  'nat_rule_collection',
  'network_rule_collection',
  'network_rules',
  'os_disk',
  'private_dns_zone_group',
  'private_service_connection',
  'application_rule_collection',
  'provisioner',
  'required_providers',
  'route',
  'rule',
  'scale_settings',
  'security_rule',
  'serverless_compute',
  'service_delegation',
  'service_endpoint',
  'source_image_reference',
  'ssh',
  'subnet',
  'timeouts',
  'validation',
  'virtual_hub',
]);

/** Arguments whose strings are references, not templates. */
const references = new Set(['provider', 'depends_on', 'ignore_changes', 'iterator', 'type']);

/** Parses a file in Terraform's JSON form to HCL syntax. */
export function parseHclJson(text: string, file: string): HclFile {
  const { root, faults, comments } = readJson(text);
  const reader: Reader = { text, file };
  const blocks: HclBlock[] = [];
  for (const part of root.is === 'array' ? root.items : [root]) {
    for (const member of membersIn(part)) addTopBlocks(reader, member, blocks);
  }
  const place = placeOf(reader, root);
  const directives = comments.flatMap(({ text: comment, start, end }) => {
    const found = directiveText(comment);
    return found === undefined ? [] : [{ text: found, place: { file, start, end } }];
  });
  return {
    file,
    body: { attributes: [], blocks, isBroken: faults.length > 0, place },
    directives,
    faults: faults.map(({ key, start, end }) => ({ key, values: {}, place: { file, start, end } })),
  };
}

/** Parses the values of a `.tfvars.json` file. */
export function parseJsonValues(text: string, file: string): HclFile {
  const { root, faults } = readJson(text);
  const reader: Reader = { text, file };
  const attributes = membersIn(root).map((member) => attribute(reader, member, plainExpression));
  return {
    file,
    body: { attributes, blocks: [], isBroken: faults.length > 0, place: placeOf(reader, root) },
    directives: [],
    faults: faults.map(({ key, start, end }) => ({ key, values: {}, place: { file, start, end } })),
  };
}

interface Reader {
  readonly text: string;
  readonly file: string;
}

function placeOf(
  { file }: Reader,
  { start, end }: { readonly start: number; readonly end: number },
): SourceRange {
  return { file, start, end };
}

/** Returns the members of an object without comments, which have the name `//`. */
function membersIn(node: JsonNode): readonly JsonMember[] {
  return node.is === 'object' ? node.members.filter(({ key }) => key !== '//') : [];
}

function addTopBlocks(reader: Reader, member: JsonMember, blocks: HclBlock[]): void {
  const count = Object.hasOwn(labelCounts, member.key) ? labelCounts[member.key] : undefined;
  if (count === undefined) return;
  addBlocks(reader, { type: member, labels: [], left: count, node: member.value }, blocks);
}

interface Pending {
  readonly type: JsonMember;
  readonly labels: readonly HclLabel[];
  /** Number of labels that aren't read yet. */
  readonly left: number;
  readonly node: JsonNode;
}

function addBlocks(reader: Reader, pending: Pending, blocks: HclBlock[]): void {
  const { type, labels, left, node } = pending;
  if (node.is === 'array') {
    for (const item of node.items) addBlocks(reader, { ...pending, node: item }, blocks);
    return;
  }
  if (left === 0) {
    const typePlace = { file: reader.file, start: type.keyStart, end: type.keyEnd };
    const start = labels.at(-1)?.place.start ?? type.keyStart;
    const place = { file: reader.file, start, end: node.end };
    blocks.push({ type: type.key, typePlace, labels, body: bodyOf(reader, node, type.key), place });
    return;
  }
  for (const { key, keyStart, keyEnd, value } of membersIn(node)) {
    const label = { text: key, place: { file: reader.file, start: keyStart, end: keyEnd } };
    addBlocks(reader, { type, labels: [...labels, label], left: left - 1, node: value }, blocks);
  }
}

/** Blocks whose members are all arguments. */
const flatBlocks = new Set(['locals', 'module', 'required_providers']);

function bodyOf(reader: Reader, node: JsonNode, type: string): HclBody {
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  for (const member of membersIn(node)) {
    if (isBlock(member, type)) {
      const left = member.key === 'dynamic' || member.key === 'provisioner' ? 1 : 0;
      addBlocks(reader, { type: member, labels: [], left, node: member.value }, blocks);
    } else attributes.push(attribute(reader, member, readerFor(member, type)));
  }
  return { attributes, blocks, isBroken: node.is !== 'object', place: placeOf(reader, node) };
}

function isBlock({ key, value }: JsonMember, type: string): boolean {
  if (flatBlocks.has(type) || (value.is !== 'object' && value.is !== 'array')) return false;
  if (type === 'dynamic') return key === 'content';
  if (!nestedBlocks.has(key)) return false;
  return value.is === 'object' || value.items.every(({ is }) => is === 'object');
}

type ReadExpression = (reader: Reader, node: JsonNode) => HclExpression;

function readerFor({ key }: JsonMember, type: string): ReadExpression {
  if (type === 'variable' && key === 'default') return plainExpression;
  const isReference = references.has(key) && (key !== 'type' || type === 'variable');
  return isReference && type !== 'locals' ? referenceExpression : templateExpression;
}

function attribute(
  reader: Reader,
  { key, keyStart, keyEnd, value }: JsonMember,
  read: ReadExpression,
): HclAttribute {
  const namePlace = { file: reader.file, start: keyStart, end: keyEnd };
  return { name: key, namePlace, value: read(reader, value), place: { ...namePlace, end: value.end } };
}

/** Converts a value whose strings are literal texts. */
function plainExpression(reader: Reader, node: JsonNode): HclExpression {
  return expression(reader, node, (text, place) => ({ is: 'literal', value: text.value, place }));
}

/** Converts a value whose strings are templates. */
function templateExpression(reader: Reader, node: JsonNode): HclExpression {
  return expression(reader, node, (text, place) => template(reader, text, place));
}

/** Converts a value whose strings are expressions: `"azurerm.hub"`. */
function referenceExpression(reader: Reader, node: JsonNode): HclExpression {
  return expression(reader, node, (text, place) => {
    const found = parseHclExpression(text.value, reader.file);
    return found ? { ...found, place } : { is: 'broken', place };
  });
}

type JsonText = JsonNode & { readonly is: 'text' };

function template(reader: Reader, { value, start, end }: JsonText, place: SourceRange): HclExpression {
  if (!value.includes('${') && !value.includes('%{')) return { is: 'literal', value, place };
  // If the string has escapes, offsets in its decoded text don't match the source.
  const isAsWritten = reader.text.slice(start + 1, end - 1) === value;
  const found = parsePlacedTemplate(value, { file: reader.file, offset: isAsWritten ? start + 1 : start });
  return found ? { ...found, place } : { is: 'broken', place };
}

function expression(
  reader: Reader,
  node: JsonNode,
  ofText: (text: JsonText, place: SourceRange) => HclExpression,
): HclExpression {
  const place = placeOf(reader, node);
  switch (node.is) {
    case 'text':
      return ofText(node, place);
    case 'number':
    case 'flag':
      return { is: 'literal', value: node.value, place };
    case 'null':
      return { is: 'literal', value: null, place };
    case 'array':
      return { is: 'tuple', items: node.items.map((item) => expression(reader, item, ofText)), place };
    case 'object':
      return {
        is: 'object',
        items: membersIn(node).map((member) => {
          const keyPlace = { file: reader.file, start: member.keyStart, end: member.keyEnd };
          const key: JsonText = { is: 'text', value: member.key, start: member.keyStart, end: member.keyEnd };
          const value = expression(reader, member.value, ofText);
          return { key: ofText(key, keyPlace), value, place: { ...keyPlace, end: member.value.end } };
        }),
        place,
      };
    case 'broken':
      return { is: 'broken', place };
  }
}
