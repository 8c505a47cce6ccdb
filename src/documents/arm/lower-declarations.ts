import type { Expression } from '../template/expression';
import type { OutputDeclaration, ParameterDeclaration, UserFunction, Variable } from '../template/template';
import { itemsOf, jsonMember, membersOf, jsonMemberText, type JsonMember, type JsonNode } from './json-node';
import { armDeclarationPlace, loopOf, lowerMember, lowerObject, lowerValue, copyName } from './lower-value';
import { armRange, type ArmLowering } from './lowering';

/** Converts the parameters that a template declares. */
export function lowerParameters(lowering: ArmLowering, root: JsonNode): readonly ParameterDeclaration[] {
  const definitions = jsonMember(root, 'definitions');
  return membersOf(jsonMember(root, 'parameters')).map((member): ParameterDeclaration => {
    const { value } = member;
    const definition = definitionOf(definitions, value);
    const type = jsonMemberText(value, 'type') ?? jsonMemberText(definition, 'type') ?? '';
    return {
      ...armDeclarationPlace(lowering, member),
      name: member.key,
      type,
      nullable: isNullable(value) || isNullable(definition),
      defaultValue: lowerMember(lowering, value, 'defaultValue'),
    };
  });
}

function isNullable(node: JsonNode | undefined): boolean {
  const nullable = jsonMember(node, 'nullable');
  return nullable?.is === 'flag' && nullable.value;
}

/**
 * Finds the user-defined type that `$ref` refers to. It follows at most as many references as there are definitions.
 */
function definitionOf(definitions: JsonNode | undefined, node: JsonNode): JsonNode | undefined {
  let found: JsonNode | undefined = node;
  for (let hops = membersOf(definitions).length; hops > 0; hops -= 1) {
    const name: string | undefined = jsonMemberText(found, '$ref')?.replace('#/definitions/', '');
    if (name === undefined) break;
    found = jsonMember(definitions, name);
  }
  return found === node ? undefined : found;
}

/** Converts the variables of a template, including those that `copy` creates. */
export function lowerVariables(lowering: ArmLowering, root: JsonNode): readonly Variable[] {
  const node = jsonMember(root, 'variables');
  if (node?.is !== 'object') return [];
  const lowered = lowerObject(lowering, node, []);
  if (lowered.is !== 'object') return [];
  return lowered.members.flatMap((member): readonly Variable[] => {
    if (member.is !== 'member' || member.key.is !== 'literal') return [];
    const { key, value, place } = member;
    return [{ name: String(key.value), value, isExported: false, place, namePlace: key.place }];
  });
}

/** Converts the outputs of a template. */
export function lowerOutputs(lowering: ArmLowering, root: JsonNode): readonly OutputDeclaration[] {
  return membersOf(jsonMember(root, 'outputs')).map((member): OutputDeclaration => {
    const copy = jsonMember(member.value, 'copy');
    const source =
      copy === undefined
        ? lowerMember(lowering, member.value, 'value')
        : lowerMember(lowering, copy, 'input');
    const value: Expression = source ?? { is: 'broken', place: armRange(lowering, member.value) };
    return {
      ...armDeclarationPlace(lowering, member),
      name: member.key,
      value,
      condition: lowerMember(lowering, member.value, 'condition'),
      loop: copy === undefined ? null : loopOf(lowering, copy, copyName('')),
    };
  });
}

/** Converts user-defined functions, named `namespace.name`. */
export function lowerFunctions(lowering: ArmLowering, root: JsonNode): readonly UserFunction[] {
  return itemsOf(jsonMember(root, 'functions')).flatMap((space) => {
    const namespace = jsonMemberText(space, 'namespace') ?? '';
    return membersOf(jsonMember(space, 'members')).map((member) =>
      lowerFunction(lowering, namespace, member),
    );
  });
}

function lowerFunction(lowering: ArmLowering, namespace: string, member: JsonMember): UserFunction {
  const output = jsonMember(jsonMember(member.value, 'output'), 'value');
  return {
    ...armDeclarationPlace(lowering, member),
    name: `${namespace}.${member.key}`,
    parameters: itemsOf(jsonMember(member.value, 'parameters')).map(
      (one) => jsonMemberText(one, 'name') ?? '',
    ),
    body:
      output === undefined
        ? { is: 'broken', place: armRange(lowering, member.value) }
        : lowerValue(lowering, output),
    isExported: true,
  };
}
