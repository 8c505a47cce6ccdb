import type { WrittenArgument } from '../../../documents/hcl/hcl-text';
import type { HclBlock } from '../../../documents/hcl/hcl-syntax';

/**
 * Sorts arguments in the order of an existing block. Arguments that aren't in the block stay after the argument that
 * precedes them.
 */
export function inOrderOf(
  all: readonly WrittenArgument[],
  like: HclBlock | undefined,
): readonly WrittenArgument[] {
  const names = like?.body.attributes.map(({ name }) => name) ?? [];
  const positionOf = ({ name }: WrittenArgument): number => {
    const stem = name.replace(/e?s$/, '');
    return names.findIndex((one) => one === name || one.replace(/e?s$/, '') === stem);
  };
  let last = -1;
  const placed = all.map((argument, index) => {
    const found = positionOf(argument);
    last = found < 0 ? last : found;
    return { argument, rank: last + index / 1000 };
  });
  return placed.toSorted((one, other) => one.rank - other.rank).map(({ argument }) => argument);
}

export function objectText(
  given: readonly WrittenArgument[],
  names: readonly string[],
  indent: string,
): string {
  const all = [...new Set([...names, ...given.map(({ name }) => name)])];
  const width = Math.max(...all.map((one) => one.length));
  const lines = all.map((name) => {
    const own = given.find((one) => one.name === name)?.value;
    return `${indent}  ${name.padEnd(width)} = ${own ?? (/(?:es|ranges|ids)$/.test(name) ? '[]' : '""')}`;
  });
  return ['{', ...lines, `${indent}}`].join('\n');
}
