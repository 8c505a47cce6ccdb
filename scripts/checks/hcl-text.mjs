// Writes values and blocks as HCL, in the layout of `terraform fmt`.
import { expressionText, isExpression } from './bicep-text.mjs';

/**
 * A block: its type and labels, and its content. Null omits an entry.
 * @typedef {object} WrittenHclBlock
 * @property {string} words `security_rule`, `resource "azurerm_subnet" "training"`
 * @property {readonly HclEntry[]} entries
 */

/** @typedef {readonly [string, unknown] | WrittenHclBlock | null} HclEntry */

/** @param {string} words @param {readonly HclEntry[]} entries @returns {WrittenHclBlock} */
export const hclBlock = (words, entries) => ({ words, entries });

/** Maximum length of a list or an object on a single line. */
const longestLine = 90;

/** @param {WrittenHclBlock} block @param {string} [indent] @returns {string} */
export function blockText({ words, entries }, indent = '') {
  const deeper = `${indent}  `;
  const present = entries.filter((one) => one !== null);
  const attributes = present.flatMap((one) => ('words' in one ? [] : [one]));
  const blocks = present.flatMap((one) => ('words' in one ? [one] : []));
  const first = attributesText(attributes, deeper);
  const parts = [...(first === '' ? [] : [first]), ...blocks.map((one) => `${blockText(one, deeper)}\n`)];
  return `${indent}${words} {\n${parts.join('\n')}${indent}}`;
}

/**
 * Writes attributes, one per line. The equals signs of adjacent single-line attributes are aligned. @param {readonly
 * (readonly [string, unknown])[]} attributes @param {string} indent
 */
function attributesText(attributes, indent) {
  const written = attributes.map(([name, value]) => ({ name, text: valueText(value, indent) }));
  return written
    .map(({ name, text }, at) => {
      const width = text.includes('\n') ? name.length : widthAt(written, at);
      return `${indent}${name.padEnd(width)} = ${text}\n`;
    })
    .join('');
}

/** @param {readonly { name: string; text: string }[]} written @param {number} at */
function widthAt(written, at) {
  const isLong = (/** @type {number} */ place) => written[place]?.text.includes('\n') !== false;
  let first = at;
  let last = at;
  while (!isLong(first - 1)) first -= 1;
  while (!isLong(last + 1)) last += 1;
  return Math.max(...written.slice(first, last + 1).map(({ name }) => name.length));
}

/** @param {unknown} value @param {string} indent @returns {string} */
function valueText(value, indent) {
  if (isExpression(value)) return expressionText(value);
  if (typeof value === 'string') return JSON.stringify(value).replace(/[$%](?=\{)/g, '$&$&');
  if (typeof value !== 'object' || value === null) return String(value);
  const short = oneLine(value);
  if (short !== null && indent.length + short.length <= longestLine) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((one) => `${deeper}${valueText(one, deeper)},\n`).join('')}${indent}]`;
  }
  return `{\n${attributesText(Object.entries(value), deeper)}${indent}}`;
}

/** @param {object} value @returns {string | null} */
function oneLine(value) {
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one !== 'object' || isExpression(one));
    return isPlain ? `[${value.map((one) => valueText(one, '')).join(', ')}]` : null;
  }
  const [first, ...more] = Object.entries(value);
  if (first === undefined) return '{}';
  if (more.length > 0) return null;
  const [name, inner] = first;
  const isNested = typeof inner === 'object' && inner !== null && !isExpression(inner);
  const text = isNested ? oneLine(inner) : valueText(inner, '');
  return text === null ? null : `{ ${name} = ${text} }`;
}
