import type { SourceRange } from '../../documents/source/source-range';
import type { Expression } from '../../documents/template/expression';
import { expressionsOf } from '../../documents/template/expressions-of';
import type { ResourceDeclaration, Template } from '../../documents/template/template';
import { memberExpression } from './member-source';

/**
 * Finds a reference to a resource in its template, outside the resource: by symbol, or in ARM JSON by ID, such as in
 * `dependsOn`. Without the resource, the reference would be invalid, and Azure would reject the file. References in
 * parts that are also removed don't count.
 */
export function namedElsewhere(
  template: Template,
  declaration: ResourceDeclaration,
  alsoRemoved?: SourceRange | null,
): SourceRange | undefined {
  const removed = [declaration.place, ...(alsoRemoved?.file === declaration.place.file ? [alsoRemoved] : [])];
  const isApart = (one: SourceRange): boolean =>
    removed.every((place) => one.start < place.start || one.end > place.end);
  const names = template.language === 'bicep' ? namesInBicep : namesInJson;
  for (const one of expressionsOf(template)) {
    if (isApart(one.place) && names(one, declaration)) return one.place;
  }
  return template.language === 'bicep' ? undefined : waitedFor(template, declaration);
}

function namesInBicep(one: Expression, { symbol }: ResourceDeclaration): boolean {
  return symbol !== null && (one.is === 'name' || one.is === 'nested') && one.name === symbol;
}

/**
 * Returns whether an expression refers to the resource: `resourceId('…/securityRules', …)`, or a computed ID. A computed name
 * may be the resource's name.
 */
function namesInJson(one: Expression, declaration: ResourceDeclaration): boolean {
  if (one.is !== 'call') return false;
  const { type, symbol } = declaration;
  const texts = one.arguments.flatMap((each) => (isText(each) ? [each.value] : []));
  if (one.name.toLowerCase() === 'reference' && symbol !== null && texts[0] === symbol) return true;
  const inside = `/${lastOf(type)}/`.toLowerCase();
  const isOfType = texts.some((text) => {
    const small = text.toLowerCase();
    return small === type.toLowerCase() || small.includes(inside);
  });
  const last = one.arguments.at(-1);
  return isOfType && (!last || !isText(last) || isItsName(last.value, declaration));
}

/** Finds items of `dependsOn` that are plain texts: a symbol, a name, or an ID. */
function waitedFor(template: Template, declaration: ResourceDeclaration): SourceRange | undefined {
  const { symbol } = declaration;
  for (const one of expressionsOf(template)) {
    const list = memberExpression(one, 'dependsOn');
    if (list?.is !== 'array' || one.place.start === declaration.body.place.start) continue;
    const item = list.items.find(
      (each) => isText(each) && (each.value === symbol || isItsName(each.value, declaration)),
    );
    if (item) return item.place;
  }
  return undefined;
}

/** Returns whether a text is the resource's name. Also true if the resource's own name isn't a literal. */
function isItsName(text: string, { body }: ResourceDeclaration): boolean {
  const name = memberExpression(body, 'name');
  const last = name && lastText(name);
  return last === undefined || lastOf(last).toLowerCase() === lastOf(text).toLowerCase();
}

function lastText(name: Expression): string | undefined {
  if (name.is === 'call') {
    const last = name.arguments.at(-1);
    return last && isText(last) ? last.value : undefined;
  }
  return isText(name) ? name.value : undefined;
}

type Text = Extract<Expression, { is: 'literal' }> & { readonly value: string };

function isText(one: { readonly is: string }): one is Text {
  return one.is === 'literal' && typeof (one as Text).value === 'string';
}

const lastOf = (text: string): string => text.slice(text.lastIndexOf('/') + 1);
