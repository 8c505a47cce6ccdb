import type { Expression, Loop } from '../../documents/template/expression';
import { expressionsOf } from '../../documents/template/expressions-of';
import type { ResourceDeclaration } from '../../documents/template/template';
import type { Place } from '../../documents/source/place';
import type { EditedFiles } from './edited-files';

type ArrayExpression = Extract<Expression, { is: 'array' }>;

/** The innermost array literal of objects that has one around a place, of a file that was read. */
export function arrayAround(place: Place, files: EditedFiles): ArrayExpression | undefined {
  const all = files.templateOf(place.file);
  if (!all) return undefined;
  const holding = [...expressionsOf(all)].filter(
    (one): one is ArrayExpression =>
      one.is === 'array' && one.items.some((item) => item.is === 'object' && isAround(item.place, place)),
  );
  return holding.at(-1);
}

/** What makes one thing again and again: its body, and what it goes through. */
export interface Repetition {
  readonly loop: Loop;
  readonly body: Expression;
}

/** The loop whose body stands at a place: of values, or of a resource. */
export function repetitionAt(place: Place, files: EditedFiles): Repetition | undefined {
  const template = files.templateOf(place.file);
  if (!template) return undefined;
  const resource = template.resources.flatMap(withChildren).find((one) => isAt(one.place, place));
  if (resource?.loop) return { loop: resource.loop, body: resource.body };
  for (const one of expressionsOf(template)) if (one.is === 'for' && isAt(one.body.place, place)) return one;
  return undefined;
}

function withChildren(resource: ResourceDeclaration): readonly ResourceDeclaration[] {
  return [resource, ...resource.children.flatMap(withChildren)];
}

function isAround(outer: Place, { start, end }: Place): boolean {
  return outer.start <= start && outer.end >= end;
}

function isAt(one: Place, other: Place): boolean {
  return one.start === other.start && one.end === other.end;
}
