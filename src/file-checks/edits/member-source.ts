import type { Expression, Member, Spread } from '../../documents/template/expression';
import { expressionsOf } from '../../documents/template/expressions-of';
import type { ResourceDeclaration, Template } from '../../documents/template/template';
import type { SourceRange } from '../../documents/source/source-range';

interface Asked {
  /** Where it is declared. */
  readonly resource: SourceRange;
  readonly member: string;
}

/**
 * The expression that a declared resource gives for a member of its body, as it is written; null where it is a text, or
 * is not found. Of ARM JSON without its brackets.
 */
export function memberSource(template: Template, { resource, member }: Asked, text: string): string | null {
  const declared = declarationAt(template, resource);
  const value = declared && memberExpression(declared.body, member);
  if (!value || value.is === 'literal') return null;
  const { start, end } = value.place;
  const written = text.slice(start, end);
  return template.language === 'bicep' ? written : written.replace(/^"?\[/, '').replace(/\]"?$/, '');
}

/** The resource that is declared at a place, of the file or inside of another. */
export function declarationAt(template: Template, { start }: SourceRange): ResourceDeclaration | undefined {
  return template.resources.flatMap(withChildren).find(({ place }) => place.start === start);
}

function withChildren(resource: ResourceDeclaration): readonly ResourceDeclaration[] {
  return [resource, ...resource.children.flatMap(withChildren)];
}

/** What is written for a member of the object literal at a place. */
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

/** The value of a member of an object literal. */
export function memberExpression(body: Expression, name: string): Expression | undefined {
  if (body.is !== 'object') return undefined;
  const isIt = (one: Member | Spread): one is Member =>
    one.is === 'member' && one.key.is === 'literal' && one.key.value === name;
  return body.members.find(isIt)?.value;
}
