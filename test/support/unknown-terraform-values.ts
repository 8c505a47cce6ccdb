import { withEdits, type TextEdit } from '../../src/documents/edits/text-edit';
import type { HclBlock, HclBody, HclExpression } from '../../src/documents/hcl/hcl-syntax';
import { parseHcl } from '../../src/documents/hcl/parse-hcl';
import type { KnownValue } from './unknown-values';

/** A variable name that no file contains. */
const unknownName = 'value_without_default';

/** Values that Terraform itself reads, or that no result depends on. */
const passedOver = new Set(['lifecycle', 'depends_on', 'provider', 'for_each', 'count']);

/**
 * Returns every value of a configuration that can be a variable, and the existence of each resource: each with the file
 * in which it has no value.
 */
export function knownTerraformValues(file: string, text: string): readonly KnownValue[] {
  const { body } = parseHcl(text, file);
  const asKnown = (name: string, { place }: HclExpression, address: string): KnownValue => {
    const value = text.slice(place.start, place.end);
    const edit = { ...place, text: `var.${unknownName}` };
    return knownValue(text, { what: `${address}, ${name}: ${value}`, member: name, value, edit });
  };
  const inBody = ({ attributes, blocks }: HclBody, address: string): readonly KnownValue[] => [
    ...attributes
      .filter(({ name }) => !passedOver.has(name))
      .flatMap(({ name, value }) => expressionsIn(value).map((one) => asKnown(name, one, address))),
    ...blocks.filter(({ type }) => !passedOver.has(type)).flatMap((one) => inBody(one.body, address)),
  ];
  return body.blocks.flatMap((block) => {
    const address = block.labels.map((one) => one.text).join('.') || block.type;
    return [...inBody(block.body, address), ...conditionOf(text, block, address)];
  });
}

/** Returns a value, and its items and members. */
function expressionsIn(value: HclExpression): readonly HclExpression[] {
  switch (value.is) {
    case 'tuple':
      return [value, ...value.items.flatMap(expressionsIn)];
    case 'object':
      return [value, ...value.items.flatMap((one) => expressionsIn(one.value))];
    default:
      return [value];
  }
}

function knownValue(
  text: string,
  { edit, ...known }: Pick<KnownValue, 'what' | 'member' | 'value'> & { readonly edit: TextEdit },
): KnownValue {
  const { file } = edit;
  const end = text.length;
  const declaration = { file, start: end, end, text: `\nvariable "${unknownName}" {}\n` };
  return { ...known, file, asParameter: withEdits(text, [edit, declaration]) };
}

/** A missing network or subnet has nothing to check. */
const alwaysThere = /_(?:virtual_network|subnet|cluster)$/;

/** Returns a resource that exists on a condition. */
function conditionOf(
  text: string,
  { type, labels, body, place }: HclBlock,
  address: string,
): readonly KnownValue[] {
  const isRepeated = body.attributes.some(({ name }) => name === 'count' || name === 'for_each');
  if (type !== 'resource' || isRepeated || alwaysThere.test(labels[0]?.text ?? '')) return [];
  const start = text.indexOf('{', place.start) + 1;
  const edit = { file: place.file, start, end: start, text: `\n  count = var.${unknownName} ? 1 : 0\n` };
  return [knownValue(text, { what: `a condition of ${address}`, member: 'count', value: true, edit })];
}
