import type { Value } from '../evaluate/value';
import type { HclExpression } from '../hcl/hcl-syntax';
import { anyType, type MemberType, type TerraformType } from './types';

/** Evaluates the default of an optional member. */
type EvaluateDefault = (expression: HclExpression) => Value;

const plainTypes: Readonly<Record<string, TerraformType>> = {
  string: { is: 'text' },
  number: { is: 'number' },
  bool: { is: 'flag' },
  any: anyType,
  list: { is: 'list', of: anyType },
  set: { is: 'set', of: anyType },
  map: { is: 'map', of: anyType },
};

/** Converts the declared type of a variable: `list(object({ name = string, port = optional(number, 443) }))`. */
export function typeConstraint(expression: HclExpression, evaluate: EvaluateDefault): TerraformType {
  switch (expression.is) {
    case 'name':
      return plainType(expression.name);
    // Terraform 0.11 used "string", "list", and "map".
    case 'literal':
      return plainType(String(expression.value));
    case 'wrapped':
      return typeConstraint(expression.of, evaluate);
    case 'call':
      return complexType(expression, evaluate);
    default:
      return anyType;
  }
}

function plainType(name: string): TerraformType {
  return (Object.hasOwn(plainTypes, name) ? plainTypes[name] : undefined) ?? anyType;
}

function complexType(
  { name, arguments: given }: HclExpression & { readonly is: 'call' },
  evaluate: EvaluateDefault,
): TerraformType {
  const [of] = given;
  switch (name) {
    case 'list':
    case 'set':
    case 'map':
      return { is: name, of: of ? typeConstraint(of, evaluate) : anyType };
    default:
      return (of && structuralType(name, of, evaluate)) ?? anyType;
  }
}

function structuralType(
  name: string,
  of: HclExpression,
  evaluate: EvaluateDefault,
): TerraformType | undefined {
  if (name === 'tuple' && of.is === 'tuple') {
    return { is: 'tuple', of: of.items.map((one) => typeConstraint(one, evaluate)) };
  }
  return name === 'object' && of.is === 'object'
    ? { is: 'object', of: memberTypes(of, evaluate) }
    : undefined;
}

function memberTypes(
  { items }: HclExpression & { readonly is: 'object' },
  evaluate: EvaluateDefault,
): ReadonlyMap<string, MemberType> {
  const types = new Map<string, MemberType>();
  for (const { key, value } of items) {
    if (key.is === 'literal') types.set(String(key.value), memberType(value, evaluate));
  }
  return types;
}

function memberType(expression: HclExpression, evaluate: EvaluateDefault): MemberType {
  if (expression.is !== 'call' || expression.name !== 'optional') {
    return { type: typeConstraint(expression, evaluate), isOptional: false, defaultValue: null };
  }
  const [of, defaultValue] = expression.arguments;
  return {
    type: of ? typeConstraint(of, evaluate) : anyType,
    isOptional: true,
    defaultValue: defaultValue ? evaluate(defaultValue) : null,
  };
}
