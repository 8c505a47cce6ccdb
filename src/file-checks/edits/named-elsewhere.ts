import type { SourceRange } from '../../documents/source/source-range';
import type { Expression } from '../../documents/template/expression';
import { expressionsOf } from '../../documents/template/expressions-of';
import type { ResourceDeclaration, Template } from '../../documents/template/template';
import { memberExpression } from './member-source';

/**
 * Where a template names a resource that it declares, outside of that resource: by its symbol, or in ARM JSON by its id,
 * such as in `dependsOn`. Without the resource that would name nothing, and Azure refuses the file. What goes with it may
 * name it.
 */
export function namedElsewhere(
  template: Template,
  declaration: ResourceDeclaration,
  goesToo?: SourceRange | null,
): SourceRange | undefined {
  const gone = [declaration.place, ...(goesToo?.file === declaration.place.file ? [goesToo] : [])];
  const isApart = (one: SourceRange): boolean =>
    gone.every((place) => one.start < place.start || one.end > place.end);
  const names = template.language === 'bicep' ? namesInBicep : namesInJson;
  for (const one of expressionsOf(template)) {
    if (isApart(one.place) && names(one, declaration)) return one.place;
  }
  return template.language === 'bicep' ? undefined : waitedFor(template, declaration);
}

function namesInBicep(one: Expression, { symbol }: ResourceDeclaration): boolean {
  return symbol !== null && (one.is === 'name' || one.is === 'nested') && one.name === symbol;
}

/** `resourceId('…/securityRules', …)`, or an id that is put together; a name that is computed may be this one. */
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

/** Items of `dependsOn` that are plain texts: a symbol, a name, an id. */
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

/** True as well where the resource's own name is not written as a text. */
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
