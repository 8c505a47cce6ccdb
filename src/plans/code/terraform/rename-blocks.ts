import { isHclList, hclCode, type HclValue, type WrittenBlock } from './hcl-text';

type Rename = (address: string) => string;

/** Renames the addresses of blocks, including references between them. */
export function renameBlocks(blocks: readonly WrittenBlock[], rename: Rename): readonly WrittenBlock[] {
  const renamed = new Map(blocks.map(({ head }) => [addressOf(head), rename(addressOf(head))]));
  const inCode = (text: string): string =>
    text.replace(
      /(?<![\w.])(?:var\.\w+|data\.\w+\.\w+|\w+\.\w+)/g,
      (address) => renamed.get(address) ?? address,
    );
  return blocks.map((block) => ({
    ...renamedBlock(block, inCode),
    head: headOf(block.head, renamed.get(addressOf(block.head)) ?? ''),
  }));
}

/** Returns `var.x` for `variable "x"`, `data.a.b` for `data "a" "b"`, and `a.b` for `resource "a" "b"`. */
function addressOf(head: string): string {
  const [kind = '', ...labels] = head.replaceAll('"', '').split(' ');
  const first = { variable: 'var', resource: '' }[kind] ?? kind;
  return [first, ...labels].filter((one) => one !== '').join('.');
}

function headOf(head: string, address: string): string {
  return head.replace(/"[^"]*"$/, `"${address.split('.').at(-1) ?? ''}"`);
}

function renamedBlock(block: WrittenBlock, inCode: Rename): WrittenBlock {
  const { values, blocks, dependsOn } = block;
  return {
    ...block,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, renamedValue(value, inCode)]),
    ),
    ...(blocks ? { blocks: blocks.map((one) => renamedBlock(one, inCode)) } : {}),
    ...(dependsOn ? { dependsOn: dependsOn.map(inCode) } : {}),
  };
}

function renamedValue(value: HclValue, inCode: Rename): HclValue {
  if (typeof value !== 'object') return value;
  if (isHclList(value)) return value.map((one) => renamedValue(one, inCode));
  if (value.is === 'code') return hclCode(inCode(value.text));
  return {
    ...value,
    ...(value.key === undefined ? {} : { key: inCode(value.key) }),
    fields: Object.fromEntries(
      Object.entries(value.fields).map(([name, one]) => [name, renamedValue(one, inCode)]),
    ),
  };
}
