import { isList, type TemplateValue } from './template';

/**
 * Returns `text` as a Bicep string on one line. Bicep has escapes for quotes, backslashes, `${`, and line breaks, and
 * `\u{…}` for other characters (learn.microsoft.com/azure/azure-resource-manager/bicep/data-types, 2025-10-30).
 */
export function bicepString(text: string): string {
  return `'${bicepCharacters(text)}'`;
}

/** Returns the content of a Bicep string. */
function bicepCharacters(text: string): string {
  return text
    .replace(/[\\']/g, '\\$&')
    .replace(/\$\{/g, '\\${')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Converts `value` to a Bicep expression; `indent` is the indentation of its line, in spaces. */
export function bicepValue(value: TemplateValue, indent: number): string {
  if (typeof value === 'string') return bicepString(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) {
    return block(
      '[]',
      value.map((one) => bicepValue(one, indent + 2)),
      indent,
    );
  }
  switch (value.is) {
    case 'parameter':
      return value.name;
    case 'id':
      return `${value.symbol}.id`;
    case 'format':
      return `'${value.parts.map((part) => (typeof part === 'string' ? bicepCharacters(part) : `\${${part.name}}`)).join('')}'`;
    case 'object':
      return block(
        '{}',
        Object.entries(value.fields).flatMap(([name, field]) => [
          ...ignoring(value.ignored?.[name]),
          `${fieldName(name)}: ${bicepValue(field, indent + 2)}`,
        ]),
        indent,
      );
    case 'keyed':
      return block('{}', [`'\${${value.key.name}}': ${bicepValue(value.value, indent + 2)}`], indent);
  }
}

/** Returns the comment line that suppresses a check on the next line. */
function ignoring(checkId: string | undefined): readonly string[] {
  return checkId === undefined ? [] : [`// aml-secure-compute: ignore-next-line ${checkId}`];
}

/** Returns a property name. If it isn't an identifier, it's written as a string. */
function fieldName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : bicepString(name);
}

/** Puts lines between brackets; without lines, returns only the brackets. */
function block(brackets: '{}' | '[]', lines: readonly string[], indent: number): string {
  if (lines.length === 0) return brackets;
  const space = ' '.repeat(indent);
  return [brackets[0], ...lines.map((line) => `${space}  ${line}`), space + (brackets[1] ?? '')].join('\n');
}
