import type { Expression, Member, Spread } from '../../documents/template/expression';
import type { ResourceDeclaration, Template } from '../../documents/template/template';
import type { Place } from '../../documents/source/place';

/**
 * The expression that a declared resource gives as its location, as it is written; null where it is a text, or is not
 * found. Of ARM JSON without its brackets.
 */
export function regionExpression(template: Template, resource: Place, text: string): string | null {
  const declared = template.resources
    .flatMap(withChildren)
    .find(({ place }) => place.start === resource.start);
  const location = declared && memberOf(declared.body, 'location');
  if (!location || location.is === 'literal') return null;
  const { start, end } = location.place;
  const written = text.slice(start, end);
  return template.language === 'bicep' ? written : written.replace(/^"?\[/, '').replace(/\]"?$/, '');
}

function withChildren(resource: ResourceDeclaration): readonly ResourceDeclaration[] {
  return [resource, ...resource.children.flatMap(withChildren)];
}

function memberOf(body: Expression, name: string): Expression | undefined {
  if (body.is !== 'object') return undefined;
  const isIt = (one: Member | Spread): one is Member =>
    one.is === 'member' && one.key.is === 'literal' && one.key.value === name;
  return body.members.find(isIt)?.value;
}
