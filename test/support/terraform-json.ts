import { jsonValueOf } from '../../src/documents/hcl/json-value';
import { parseHcl } from '../../src/documents/hcl/parse-hcl';
import type { HclBlock, HclBody } from '../../src/documents/hcl/hcl-syntax';

/** How Terraform's JSON form nests blocks: each as a list, as objects where there is one, or the root as a list. */
export type JsonForm = 'objects' | 'lists' | 'root list';

type Json = Record<string, unknown>;

/** Converts files of HCL to Terraform's JSON form. Their names end with `.json`. */
export function inTerraformJson(
  files: Readonly<Record<string, string>>,
  form: JsonForm,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const { body } = parseHcl(text, file);
      const content = bodyIn(body, { text, form });
      const isRootList = form === 'root list' && file.endsWith('.tf');
      const root = isRootList ? Object.entries(content).map(([key, value]) => ({ [key]: value })) : content;
      return [`${file}.json`, `${JSON.stringify(root, null, 2)}\n`];
    }),
  );
}

interface Source {
  readonly text: string;
  readonly form: JsonForm;
}

const references = new Set(['provider', 'depends_on', 'ignore_changes', 'iterator', 'type']);

function bodyIn({ attributes, blocks }: HclBody, source: Source): Json {
  const content: Json = {};
  for (const { name, value } of attributes) {
    const written = source.text.slice(value.place.start, value.place.end);
    const isReference = references.has(name) && !written.startsWith('"');
    content[name] = isReference ? referenceIn(written) : jsonValueOf(written);
    if (content[name] === undefined) throw new Error(`${written} has no JSON form`);
  }
  for (const block of blocks) addBlock(content, block, source);
  return content;
}

function referenceIn(written: string): unknown {
  return written.startsWith('[') ? (written.match(/[\w.]+/g) ?? []) : written;
}

function addBlock(content: Json, { type, labels, body }: HclBlock, source: Source): void {
  const own = bodyIn(body, source);
  let at = content;
  let key = type;
  for (const { text } of labels) {
    at = nested(at, key, source.form === 'lists');
    key = text;
  }
  const there = at[key];
  if (there === undefined) at[key] = source.form === 'lists' ? [own] : own;
  else at[key] = [...(Array.isArray(there) ? (there as unknown[]) : [there]), own];
}

function nested(at: Json, key: string, isList: boolean): Json {
  at[key] ??= isList ? [{}] : {};
  const found = at[key];
  return (Array.isArray(found) ? found[0] : found) as Json;
}

/** Returns JSON without unset members, and with every list of one object as the object: both mean one block. */
export function withoutForm(text: string): unknown {
  const root = JSON.parse(text) as unknown;
  return merged(Array.isArray(root) ? Object.assign({}, ...(root as Json[])) : root);
}

function merged(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(merged);
    const [first] = items;
    return items.length === 1 && typeof first === 'object' && !Array.isArray(first) ? first : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const set = Object.entries(value).filter(([, one]) => !unset.has(JSON.stringify(one)));
  return Object.fromEntries(set.map(([key, one]) => [key, merged(one)]));
}

const unset = new Set(['null', '""', '[]']);
