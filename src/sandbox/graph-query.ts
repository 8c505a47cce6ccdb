import { bodyPart, type BodyJson, type BodyObject } from './body-json';
import { sameText } from './resource-id';

/** Rows of the tables that a query names. */
export type GraphTables = Readonly<Record<'resources' | 'networkresources', () => readonly BodyObject[]>>;

/**
 * Evaluates the queries that the product sends or prints, and no others. Undefined for a query with any other syntax.
 */
export function evaluateGraphQuery(text: string, tables: GraphTables): readonly BodyObject[] | undefined {
  const [table = '', ...steps] = pipeParts(text);
  if (table !== 'resources' && table !== 'networkresources') return undefined;
  let rows: readonly BodyObject[] | undefined = tables[table]();
  for (const step of steps) rows = rows && afterStep(rows, step, tables);
  return rows;
}

/** Splits a query at the bars that aren't in parentheses. */
function pipeParts(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === '|' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + letter);
  }
  return parts.map((one) => one.trim());
}

function afterStep(
  rows: readonly BodyObject[],
  step: string,
  tables: GraphTables,
): readonly BodyObject[] | undefined {
  if (step === 'order by id asc') return sortedById(rows);
  const union = /^union \((.+)\)$/.exec(step)?.[1];
  if (union !== undefined) {
    const others = evaluateGraphQuery(union, tables);
    return others && [...rows, ...others];
  }
  const columns = /^project (.+)$/.exec(step)?.[1];
  if (columns !== undefined) return rows.map((row) => projected(row, columns.split(', ')));
  const isMatch = conditionOf(/^where (.+)$/.exec(step)?.[1] ?? '');
  return isMatch && rows.filter(isMatch);
}

function sortedById(rows: readonly BodyObject[]): readonly BodyObject[] {
  return [...rows].sort((a, b) => (valueText(a, 'id') < valueText(b, 'id') ? -1 : 1));
}

type Condition = (row: BodyObject) => boolean;

/** Parses a comparison of the type, or a disjunction of several. */
function conditionOf(text: string): Condition | undefined {
  const all = text.split(' or ').map(comparisonOf);
  const found = all.filter((one) => one !== undefined);
  return found.length === all.length ? (row) => found.some((one) => one(row)) : undefined;
}

function comparisonOf(text: string): Condition | undefined {
  const [, sign, name = ''] = /^type (=~|!~) "([^"]+)"$/.exec(text) ?? [];
  if (sign !== undefined) return (row) => sameText(valueText(row, 'type'), name) === (sign === '=~');
  const list = /^type in~ \(([^()]+)\)$/.exec(text)?.[1];
  if (list !== undefined) {
    const types = [...list.matchAll(/"([^"]+)"/g)].map(([, one = '']) => one.toLowerCase());
    return (row) => types.includes(valueText(row, 'type').toLowerCase());
  }
  return textComparisonOf(text);
}

/** Parses a condition on the text of a member. */
function textComparisonOf(text: string): Condition | undefined {
  const path = /^tostring\(([\w.]+)\) != ""$/.exec(text)?.[1];
  if (path !== undefined) return (row) => textOf(row, path) !== '';
  const [, within, part = ''] = /^tostring\(([\w.]+)\) contains "([^"]+)"$/.exec(text) ?? [];
  if (within === undefined) return undefined;
  return (row) => textOf(row, within).toLowerCase().includes(part.toLowerCase());
}

function projected(row: BodyObject, columns: readonly string[]): BodyObject {
  return Object.fromEntries(
    columns.map((column): readonly [string, BodyJson] => {
      const [name = '', value = name] = column.split(' = ');
      return [name, columnValue(row, value)];
    }),
  );
}

/** Returns a constant, the text of a member, or a member: null if there is none. */
function columnValue(row: BodyObject, value: string): BodyJson {
  const constant = /^"([^"]*)"$/.exec(value)?.[1];
  if (constant !== undefined) return constant;
  const path = /^tostring\(([\w.]+)\)$/.exec(value)?.[1];
  return path === undefined ? (bodyPart(row, ...value.split('.')) ?? null) : textOf(row, path);
}

/** Returns a member as text: of a list or an object, its JSON. Empty if there is none. */
function textOf(row: BodyObject, path: string): string {
  const found = bodyPart(row, ...path.split('.')) ?? '';
  return typeof found === 'string' ? found : JSON.stringify(found);
}

function valueText(row: BodyObject, ...path: readonly string[]): string {
  const found = bodyPart(row, ...path);
  return typeof found === 'string' ? found : '';
}
