import type { WrittenValue } from '../edits/text-edit';
import type { HclExpression, TemplatePart } from './hcl-syntax';
import { parseHclExpression } from './parse-hcl';

/**
 * Converts an HCL expression to the value that Terraform's JSON form has for it: a literal, or a text with a template
 * (`"${azurerm_subnet.training.id}"`). Undefined if the text isn't an expression, or has template directives.
 */
export function jsonValueOf(hcl: string): WrittenValue | undefined {
  const expression = parseHclExpression(hcl, '');
  return expression && convert(expression, hcl);
}

function convert(expression: HclExpression, source: string): WrittenValue | undefined {
  switch (expression.is) {
    case 'literal':
      return typeof expression.value === 'string' ? escapeTemplate(expression.value) : expression.value;
    case 'tuple':
      return convertAll(expression.items, source);
    case 'object':
      return convertObject(expression, source);
    case 'template':
      return convertTemplate(expression.parts, source);
    case 'wrapped':
      return interpolation(expression.of, source);
    case 'broken':
      return undefined;
    default:
      return interpolation(expression, source);
  }
}

function convertAll(items: readonly HclExpression[], source: string): readonly WrittenValue[] | undefined {
  const values = items.map((item) => convert(item, source));
  return values.every((value) => value !== undefined) ? values : undefined;
}

function convertObject(
  { items }: HclExpression & { readonly is: 'object' },
  source: string,
): WrittenValue | undefined {
  const members = items.map(({ key, value }) => [convert(key, source), convert(value, source)] as const);
  const isWhole = members.every(([key, value]) => key !== undefined && value !== undefined);
  return isWhole
    ? Object.fromEntries(members.map(([key, value]) => [String(key), value ?? null]))
    : undefined;
}

function convertTemplate(parts: readonly TemplatePart[], source: string): string | undefined {
  const texts = parts.map((part) => {
    if (part.is === 'text') return escapeTemplate(part.value);
    return part.is === 'insert' ? interpolation(part.value, source) : undefined;
  });
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

function interpolation({ place }: HclExpression, source: string): string {
  return `\${${source.slice(place.start, place.end)}}`;
}

function escapeTemplate(text: string): string {
  return text.replaceAll('${', '$$${').replaceAll('%{', '%%{');
}
