// Writes values as Bicep, in the layout of the official formatter.

const written = Symbol('expression');

/** An expression, which is written unchanged. @param {string} text */
export const expression = (text) => ({ [written]: text });

/** @param {unknown} value @returns {value is ReturnType<typeof expression>} */
export const isExpression = (value) => typeof value === 'object' && value !== null && written in value;

/** Returns the text of an expression. @param {ReturnType<typeof expression>} value */
export const expressionText = (value) => value[written];

/** Maximum length of an object or list on a single line. */
const longestLine = 90;

/** @param {unknown} value @param {string} [indent] @returns {string} */
function bicepText(value, indent = '') {
  if (isExpression(value)) return value[written];
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const short = oneLine(value);
  if (short !== null && indent.length + short.length <= longestLine) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((one) => `${deeper}${bicepText(one, deeper)}\n`).join('')}${indent}]`;
  }
  const members = Object.entries(value).map(
    ([name, one]) => `${deeper}${memberName(name)}: ${bicepText(one, deeper)}\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}

/** @param {string} name */
const memberName = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

/** Writes a list of texts or an object with one member on one line; null if it contains more. @param {object} value */
function oneLine(value) {
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one !== 'object' || isExpression(one));
    const single = value.length === 1 ? singleLine(value[0]) : null;
    if (isPlain) return `[${value.map((one) => bicepText(one)).join(', ')}]`;
    return single === null ? null : `[${single}]`;
  }
  return singleLine(value);
}

/** @param {unknown} value @returns {string | null} */
function singleLine(value) {
  if (typeof value !== 'object' || value === null || isExpression(value)) return bicepText(value);
  const entries = Object.entries(value);
  if (Array.isArray(value)) return oneLine(value);
  const [first] = entries;
  if (first === undefined) return '{}';
  if (entries.length > 1 || first[0] === 'properties') return null;
  const inner = singleLine(first[1]);
  return inner === null ? null : `{ ${memberName(first[0])}: ${inner} }`;
}

/**
 * Returns the declarations of a file, by their symbol.
 * @param {import('./example-parts.mjs').Blocks} blocks
 * @returns {Readonly<Record<string, string>>}
 */
export const bicepDeclarations = (blocks) =>
  Object.fromEntries(Object.entries(blocks).map(([symbol, block]) => [symbol, declaration(symbol, block)]));

/** @param {string} symbol @param {import('./example-parts.mjs').Blocks[string]} block */
function declaration(symbol, block) {
  if (!('body' in block)) {
    return block.value === undefined
      ? `@secure()\nparam ${symbol} string`
      : `param ${symbol} string = ${bicepText(block.value)}`;
  }
  const { type, body, comment, existing } = block;
  const above = comment === undefined ? '' : `// aml-secure-compute: ${comment}\n`;
  return `${above}resource ${symbol} '${type}' ${existing ? 'existing ' : ''}= ${existing ? lines(body) : bicepText(body)}`;
}

/** @param {Readonly<Record<string, unknown>>} body */
const lines = (body) =>
  `{\n${Object.entries(body)
    .map(([name, value]) => `  ${name}: ${bicepText(value)}\n`)
    .join('')}}`;
