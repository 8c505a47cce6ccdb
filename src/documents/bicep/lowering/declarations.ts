import type { Decorator, Import, Output, Parameter, UserFunction, Variable } from '../../template/template';
import type {
  AssignmentSyntax,
  DecoratorSyntax,
  ExpressionSyntax,
  FunctionSyntax,
  ImportedNameSyntax,
  ImportSyntax,
  LeadingSyntax,
  Spanned,
  TypeSyntax,
} from '../syntax/syntax';
import type { Token } from '../tokens/token';
import { entriesOf, toExpression } from './expressions';
import { type Lowering, placeOf } from './lowering';
import { plainText } from './strings';

/** The place of a declaration and of its name. */
export function declaredAt(
  lowering: Lowering,
  declaration: Spanned & { readonly name: Token | null },
): Pick<Parameter, 'place' | 'namePlace'> {
  return {
    place: placeOf(lowering, declaration),
    namePlace: placeOf(lowering, declaration.name ?? declaration),
  };
}

/** What `@…` before a declaration says; `sys.` before its name says nothing more. */
function toDecorators(lowering: Lowering, leading: readonly LeadingSyntax[]): Decorator[] {
  return leading.flatMap((one) => ('is' in one && one.is === 'decorator' ? toDecorator(lowering, one) : []));
}

function toDecorator(lowering: Lowering, syntax: DecoratorSyntax): Decorator[] {
  const place = placeOf(lowering, syntax);
  const { expression } = syntax;
  const name = decoratorName(expression);
  if (name === undefined) return [];
  const given = expression.is === 'call' ? entriesOf(expression.arguments) : [];
  return [{ name, arguments: given.map((one) => toExpression(lowering, one)), place }];
}

function decoratorName(expression: ExpressionSyntax): string | undefined {
  if (expression.is === 'call') return expression.name.text;
  if (expression.is === 'property') return expression.name?.text;
  return expression.is === 'name' ? expression.token.text : undefined;
}

function hasDecorator(lowering: Lowering, leading: readonly LeadingSyntax[], name: string): boolean {
  return toDecorators(lowering, leading).some((one) => one.name === name);
}

export function toParameter(lowering: Lowering, syntax: AssignmentSyntax): Parameter {
  const { type, equals, leading, name } = syntax;
  return {
    name: name?.text ?? '',
    type: type === null ? '' : lowering.text.slice(type.start, type.end),
    nullable: isNullable(type),
    isSecure: hasDecorator(lowering, leading, 'secure'),
    defaultValue: equals === null ? null : toExpression(lowering, syntax.value, syntax),
    ...declaredAt(lowering, syntax),
  };
}

function isNullable(type: TypeSyntax | null): boolean {
  if (type?.is !== 'type-suffix') return false;
  const [mark] = type.suffix;
  return mark !== undefined && 'kind' in mark && mark.kind === '?';
}

export function toVariable(lowering: Lowering, syntax: AssignmentSyntax): Variable {
  return {
    name: syntax.name?.text ?? '',
    value: toExpression(lowering, syntax.value, syntax),
    isExported: hasDecorator(lowering, syntax.leading, 'export'),
    ...declaredAt(lowering, syntax),
  };
}

export function toOutput(lowering: Lowering, syntax: AssignmentSyntax): Output {
  return {
    name: syntax.name?.text ?? '',
    value: toExpression(lowering, syntax.value, syntax),
    condition: null,
    loop: null,
    ...declaredAt(lowering, syntax),
  };
}

export function toFunction(lowering: Lowering, syntax: FunctionSyntax): UserFunction {
  const parameters = syntax.parameters === null ? [] : entriesOf(syntax.parameters);
  return {
    name: syntax.name?.text ?? '',
    parameters: parameters.flatMap((one) => (one.is === 'typed-name' ? [one.name?.text ?? ''] : [])),
    body: toExpression(lowering, syntax.body, syntax),
    isExported: hasDecorator(lowering, syntax.leading, 'export'),
    ...declaredAt(lowering, syntax),
  };
}

/** What a file takes from another; none where it does not say which file. */
export function toImport(lowering: Lowering, syntax: ImportSyntax): Import[] {
  const path = syntax.path === null ? undefined : plainText(syntax.path);
  const { names } = syntax;
  if (path === undefined || names === null) return [];
  const place = placeOf(lowering, syntax);
  const namePlace = placeOf(lowering, names);
  if (names.is === 'all-imported') {
    return [{ path, names: null, as: names.alias?.text ?? null, place, namePlace }];
  }
  const imported = entriesOf(names).flatMap((one) => (one.is === 'imported-name' ? toImportedName(one) : []));
  return [{ path, names: imported, as: null, place, namePlace }];
}

function toImportedName({ name, alias }: ImportedNameSyntax): { name: string; as: string }[] {
  const text = name === null ? undefined : name.is === 'name' ? name.token.text : plainText(name);
  return text === undefined ? [] : [{ name: text, as: alias?.text ?? text }];
}
