import type { Expression, Member, Spread } from '../../documents/template/expression';
import { expressionsOf } from '../../documents/template/expressions-of';
import { withChildren, type ResourceDeclaration, type Template } from '../../documents/template/template';
import type { SourceRange } from '../../documents/source/source-range';

interface MemberQuery {
  /** The place of its declaration. */
  readonly resource: SourceRange;
  readonly member: string;
}

/**
 * Returns the source of the expression for a member of a declared resource's body, in ARM JSON without the brackets.
 * Null if it's a text or isn't found.
 */
export function memberSource(
  template: Template,
  { resource, member }: MemberQuery,
  text: string,
): string | null {
  const declared = declarationAt(template, resource);
  const value = declared && memberExpression(declared.body, member);
  if (!value || value.is === 'literal') return null;
  const { start, end } = value.place;
  const written = text.slice(start, end);
  return template.language === 'bicep' ? written : written.replace(/^"?\[/, '').replace(/\]"?$/, '');
}

/** Finds the resource that is declared at a place, at the top level or nested. */
export function declarationAt(template: Template, { start }: SourceRange): ResourceDeclaration | undefined {
  return template.resources.flatMap(withChildren).find(({ place }) => place.start === start);
}

/** Returns the expression of a member of the object literal at a place. */
export function memberAt(
  template: Template,
  { start, end }: SourceRange,
  name: string,
): Expression | undefined {
  for (const one of expressionsOf(template)) {
    if (one.is === 'object' && one.place.start === start && one.place.end === end) {
      return memberExpression(one, name);
    }
  }
  return undefined;
}

/** Returns the value of a member of an object literal. */
export function memberExpression(body: Expression, name: string): Expression | undefined {
  if (body.is !== 'object') return undefined;
  const isIt = (one: Member | Spread): one is Member =>
    one.is === 'member' && one.key.is === 'literal' && one.key.value === name;
  return body.members.find(isIt)?.value;
}
