import { loadedJson } from '../../documents/arm/json-literal';
import type { Value } from '../../documents/evaluate/value';
import type { Expression, Loop } from '../../documents/template/expression';
import { expressionsOf } from '../../documents/template/expressions-of';
import { withChildren } from '../../documents/template/template';
import type { SourceRange } from '../../documents/source/source-range';
import { parameterFileOf } from '../template-reader';
import type { EditedFiles } from './edited-files';

type ArrayExpression = Extract<Expression, { is: 'array' }>;

/** Finds the innermost array literal with an object item that contains a place, in a file that was read. */
export function arrayAround(place: SourceRange, files: EditedFiles): ArrayExpression | undefined {
  const enclosing = expressionsIn(place.file, files).filter(
    (one): one is ArrayExpression =>
      one.is === 'array' && one.items.some((item) => item.is === 'object' && isAround(item.place, place)),
  );
  return enclosing.at(-1);
}

type ObjectExpression = Extract<Expression, { is: 'object' }>;

/** Finds the innermost object literal with an object member that contains a place. */
export function objectAround(place: SourceRange, files: EditedFiles): ObjectExpression | undefined {
  const enclosing = expressionsIn(place.file, files).filter(
    (one): one is ObjectExpression =>
      one.is === 'object' &&
      one.members.some(
        (member) =>
          member.is === 'member' && member.value.is === 'object' && isAround(member.value.place, place),
      ),
  );
  return enclosing.at(-1);
}

/** Finds the array item that contains a place. */
export function itemAround(place: SourceRange, files: EditedFiles): Expression | undefined {
  const items = arrayAround(place, files)?.items ?? [];
  return items.find((item): item is Expression => item.is === 'object' && isAround(item.place, place));
}

/** Returns the expressions of a template, of a parameters file, or of a JSON file that a template loads. */
function expressionsIn(file: string, files: EditedFiles): readonly Expression[] {
  const template = files.templateOf(file);
  if (template) return [...expressionsOf(template)];
  const text = files.textOf(file);
  if (text === undefined) return [];
  if (/\.jsonc?$/i.test(file)) return [...expressionsOf([loadedJson(file, text)])];
  const { values, variables } = parameterFileOf(file, text);
  return [...expressionsOf([...values.values(), ...variables])];
}

/** Returns whether a place is inside a conditional expression. */
export function isInChoice(place: SourceRange, files: EditedFiles): boolean {
  return expressionsIn(place.file, files).some((one) => one.is === 'choice' && isAround(one.place, place));
}

/** A loop and its body. */
export interface Repetition {
  readonly loop: Loop;
  readonly body: Expression;
}

/** Finds the loop whose body is at a place: of values, or of a resource. */
export function repetitionAt(place: SourceRange, files: EditedFiles): Repetition | undefined {
  const template = files.templateOf(place.file);
  if (!template) return undefined;
  const resource = template.resources.flatMap(withChildren).find((one) => isAt(one.place, place));
  if (resource?.loop) return { loop: resource.loop, body: resource.body };
  for (const one of expressionsOf(template)) {
    const repeated = one.is === 'for' ? one : mapped(one);
    if (repeated && isAt(repeated.body.place, place)) return repeated;
  }
  return undefined;
}

/** Returns the loop of `map(rules, rule => …)`, which is equivalent. */
function mapped(one: Expression): Repetition | undefined {
  if (one.is !== 'call' || one.of !== null || one.name !== 'map') return undefined;
  const [over, lambda] = one.arguments;
  if (!over || lambda?.is !== 'lambda') return undefined;
  const [item = '', index = null] = lambda.parameters;
  return { loop: { item, index, over, filter: null }, body: lambda.body };
}

/** Returns whether a loop iterates over `items` of an object. */
export function isOfItems({ loop: { over } }: Repetition): boolean {
  return over.is === 'call' && over.name === 'items';
}

/** Returns the places, outside a loop's body, of parts of a value that the loop only passes through. */
export function placesOutside(value: Value, body: SourceRange): readonly SourceRange[] {
  const { from } = value;
  const isOutside = from && (from.file !== body.file || from.start < body.start || from.end > body.end);
  if (isOutside) return [from];
  if (value.is === 'object') return [...value.members.values()].flatMap((one) => placesOutside(one, body));
  return value.is === 'array' ? value.items.flatMap((one) => placesOutside(one, body)) : [];
}

function isAround(outer: SourceRange, { start, end }: SourceRange): boolean {
  return outer.start <= start && outer.end >= end;
}

function isAt(one: SourceRange, other: SourceRange): boolean {
  return one.start === other.start && one.end === other.end;
}
