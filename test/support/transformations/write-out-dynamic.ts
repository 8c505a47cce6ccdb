import { parseHcl } from '../../../src/documents/hcl/parse-hcl';
import { attributeOf, type HclBlock } from '../../../src/documents/hcl/hcl-syntax';
import type { Value } from '../../../src/documents/evaluate/value';
import { arrayKind } from '../../../src/documents/terraform/collections';
import { terraformFolder } from '../terraform-folder';

/** Files of a Terraform folder by name. */
type Texts = Readonly<Record<string, string>>;

/** A folder without its dynamic blocks, and the blocks that stayed because their items aren't known. */
export interface WrittenOut {
  readonly texts: Texts;
  readonly written: number;
  readonly left: readonly string[];
}

/** Enough for the dynamic blocks of a folder, each written out in a step. */
const mostSteps = 200;

/**
 * Writes each item of a dynamic block as a block. A local value has the collection, so that a block refers to its item
 * as `local.items_0["key"]`.
 */
export function writeOutDynamic(folder: Texts): WrittenOut {
  let texts = folder;
  let written = 0;
  const left: string[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    const found = firstDynamic(texts, left);
    if (!found) break;
    const after = oneWrittenOut(texts, found, `items_${String(step)}`);
    if (after) written += 1;
    else left.push(found.at);
    texts = after ?? texts;
  }
  return { texts, written, left };
}

interface Dynamic {
  readonly file: string;
  readonly block: HclBlock;
  /** Identifies it, also after other blocks are written out. */
  readonly at: string;
}

function firstDynamic(texts: Texts, left: readonly string[]): Dynamic | undefined {
  return Object.entries(texts)
    .filter(([file]) => file.endsWith('.tf'))
    .flatMap(([file, text]) =>
      parseHcl(text, file).body.blocks.flatMap((resource) => {
        const address = resource.labels.map((one) => one.text).join('.');
        return dynamicIn(resource).map((block): Dynamic => {
          const at = `${file} ${address} ${text.slice(block.place.start, block.place.end)}`;
          return { file, block, at };
        });
      }),
    )
    .find(({ at }) => !left.includes(at));
}

/** Returns the dynamic blocks in a block, outer ones first. */
function dynamicIn({ body }: HclBlock): readonly HclBlock[] {
  return body.blocks.flatMap((one) => [...(one.type === 'dynamic' ? [one] : []), ...dynamicIn(one)]);
}

function oneWrittenOut(texts: Texts, { file, block }: Dynamic, local: string): Texts | undefined {
  const text = texts[file] ?? '';
  const [label] = block.labels;
  const collection = attributeOf(block.body, 'for_each')?.value.place;
  const iterator = attributeOf(block.body, 'iterator')?.value.place;
  const content = block.body.blocks.find(({ type }) => type === 'content');
  if (!label || !collection || !content || attributeOf(block.body, 'labels')) return undefined;
  const over = text.slice(collection.start, collection.end);
  const name = iterator ? text.slice(iterator.start, iterator.end) : label.text;
  const declared = `\nlocals {\n  ${local} = ${over}\n}\n`;
  const items = itemsOf(texts, { file, declared, local });
  if (!items) return undefined;
  const body = text.slice(content.body.place.start, content.body.place.end);
  const blocks = items.map(({ key, value }) => {
    const its = body.replaceAll(new RegExp(`(?<![\\w.])${name}\\.(key|value)\\b`, 'g'), (_, part) =>
      part === 'key' ? key : value,
    );
    return `${label.text} {${its}}`;
  });
  const { start, end } = block.place;
  return { ...texts, [file]: text.slice(0, start) + blocks.join('\n') + text.slice(end) + declared };
}

interface Item {
  readonly key: string;
  readonly value: string;
}

/** Returns the expressions of each item's key and value. Undefined if a part of the collection isn't known. */
function itemsOf(
  texts: Texts,
  { file, declared, local }: { readonly file: string; readonly declared: string; readonly local: string },
): readonly Item[] | undefined {
  const probe = `${texts[file] ?? ''}${declared}output "${local}" {\n  value = local.${local}\n}\n`;
  const found = valueIn({ ...texts, [file]: probe }, local);
  if (found?.is === 'object' && found.rest === null) {
    // Terraform goes through a map in the order of its keys.
    return [...found.members.keys()].toSorted().map((one) => ({
      key: JSON.stringify(one),
      value: `local.${local}[${JSON.stringify(one)}]`,
    }));
  }
  if (found?.is !== 'array' || found.rest !== null) return undefined;
  const isSet = arrayKind(found) === 'set';
  return found.items.map((_, at) => {
    const value = isSet ? `tolist(local.${local})[${String(at)}]` : `local.${local}[${String(at)}]`;
    return { key: isSet ? value : String(at), value };
  });
}

function valueIn(texts: Texts, output: string): Value | undefined {
  return terraformFolder(texts).outputs.get(output);
}
