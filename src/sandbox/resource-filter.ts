import { bodyText } from './body-json';
import { sameText } from './resource-id';
import type { Item } from './store';

export type ResourceFilter = (item: Item) => boolean;

/**
 * What `$filter` of a resource list asks: comparisons and `substringof`, joined by `and` and `or` (`and` binds closer).
 * Nothing where it cannot be read.
 */
export function readFilter(text: string): ResourceFilter | undefined {
  if (text.trim() === '') return () => true;
  const either = text.split(/\sor\s/i).map(readAll);
  if (!either.every((one) => one !== undefined)) return undefined;
  return (item) => either.some((one) => one(item));
}

function readAll(text: string): ResourceFilter | undefined {
  const terms = text.split(/\sand\s/i).map((term) => readTerm(term.trim()));
  if (!terms.every((one) => one !== undefined)) return undefined;
  return (item) => terms.every((one) => one(item));
}

function readTerm(term: string): ResourceFilter | undefined {
  const part = /^substringof\('([^']*)',\s*name\)$/i.exec(term)?.[1];
  if (part !== undefined) return (item) => item.name.toLowerCase().includes(part.toLowerCase());
  const [, field = '', operator = '', wanted = ''] =
    /^\(?([a-z/]+)\s+(eq|ne)\s+'([^']*)'\)?$/i.exec(term) ?? [];
  const read = fields[field.toLowerCase()];
  if (!read) return undefined;
  const isWanted = sameText(operator, 'eq');
  return (item) => read(item).some((value) => sameText(value, wanted)) === isWanted;
}

const fields: Readonly<Record<string, (item: Item) => string[]>> = {
  resourcetype: (item) => [item.type],
  name: (item) => [item.name],
  location: (item) => [item.location ?? ''],
  resourcegroup: (item) => [item.resourceGroup],
  tagname: (item) => Object.keys(tagsOf(item)),
  tagvalue: (item) => Object.values(tagsOf(item)),
  'sku/name': (item) => [bodyText(item.top, 'sku', 'name') ?? ''],
};

function tagsOf(item: Item): Record<string, string> {
  const tags = item.top['tags'];
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) return {};
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));
}
