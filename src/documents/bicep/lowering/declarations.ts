import type {
  Import,
  OutputDeclaration,
  ParameterDeclaration,
  UserFunction,
  Variable,
} from '../../template/template';
import type {
  AssignmentSyntax,
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
import { type BicepLowering, bicepRange } from './lowering';
import { plainStringText } from './strings';

/** Returns the place of a declaration and of its name. */
export function bicepDeclarationPlace(
  lowering: BicepLowering,
  declaration: Spanned & { readonly name: Token | null },
): Pick<ParameterDeclaration, 'place' | 'namePlace'> {
  return {
    place: bicepRange(lowering, declaration),
    namePlace: bicepRange(lowering, declaration.name ?? declaration),
  };
}

function decoratorName(expression: ExpressionSyntax): string | undefined {
  if (expression.is === 'call') return expression.name.text;
  if (expression.is === 'property') return expression.name?.text;
  return expression.is === 'name' ? expression.token.text : undefined;
}

/** Checks for `@export()` before a declaration. A `sys.` prefix doesn't change a decorator's meaning. */
function isExported(leading: readonly LeadingSyntax[]): boolean {
  return leading.some(
    (one) => 'is' in one && one.is === 'decorator' && decoratorName(one.expression) === 'export',
  );
}

export function toParameter(lowering: BicepLowering, syntax: AssignmentSyntax): ParameterDeclaration {
  const { type, equals, name } = syntax;
  return {
    name: name?.text ?? '',
    type: type === null ? '' : lowering.text.slice(type.start, type.end),
    nullable: isNullable(type),
    defaultValue: equals === null ? null : toExpression(lowering, syntax.value, syntax),
    ...bicepDeclarationPlace(lowering, syntax),
  };
}

function isNullable(type: TypeSyntax | null): boolean {
  if (type?.is !== 'type-suffix') return false;
  const [mark] = type.suffix;
  return mark !== undefined && 'kind' in mark && mark.kind === '?';
}

export function toVariable(lowering: BicepLowering, syntax: AssignmentSyntax): Variable {
  return {
    name: syntax.name?.text ?? '',
    value: toExpression(lowering, syntax.value, syntax),
    isExported: isExported(syntax.leading),
    ...bicepDeclarationPlace(lowering, syntax),
  };
}

export function toOutput(lowering: BicepLowering, syntax: AssignmentSyntax): OutputDeclaration {
  return {
    name: syntax.name?.text ?? '',
    value: toExpression(lowering, syntax.value, syntax),
    condition: null,
    loop: null,
    ...bicepDeclarationPlace(lowering, syntax),
  };
}

export function toFunction(lowering: BicepLowering, syntax: FunctionSyntax): UserFunction {
  const parameters = syntax.parameters === null ? [] : entriesOf(syntax.parameters);
  return {
    name: syntax.name?.text ?? '',
    parameters: parameters.flatMap((one) => (one.is === 'typed-name' ? [one.name?.text ?? ''] : [])),
    body: toExpression(lowering, syntax.body, syntax),
    isExported: isExported(syntax.leading),
    ...bicepDeclarationPlace(lowering, syntax),
  };
}

/** Converts an import from another file. Empty if the import doesn't name the file. */
export function toImport(lowering: BicepLowering, syntax: ImportSyntax): Import[] {
  const path = syntax.path === null ? undefined : plainStringText(syntax.path);
  const { names } = syntax;
  if (path === undefined || names === null) return [];
  const place = bicepRange(lowering, syntax);
  const namePlace = bicepRange(lowering, names);
  if (names.is === 'all-imported') {
    return [{ path, names: null, as: names.alias?.text ?? null, place, namePlace }];
  }
  const imported = entriesOf(names).flatMap((one) => (one.is === 'imported-name' ? toImportedName(one) : []));
  return [{ path, names: imported, as: null, place, namePlace }];
}

function toImportedName({ name, alias }: ImportedNameSyntax): { name: string; as: string }[] {
  const text = name === null ? undefined : name.is === 'name' ? name.token.text : plainStringText(name);
  return text === undefined ? [] : [{ name: text, as: alias?.text ?? text }];
}
