import type { Expression } from '../template/expression';
import type { Output, Parameter, UserFunction, Variable } from '../template/template';
import { itemsOf, memberOf, membersOf, textOf, type JsonMember, type JsonNode } from './json-node';
import { declaredAt, loopOf, lowerMember, lowerObject, lowerValue, copyName } from './lower-value';
import { placeOf, type Lowering } from './lowering';

/** The parameters that a template declares. */
export function lowerParameters(lowering: Lowering, root: JsonNode): readonly Parameter[] {
  const definitions = memberOf(root, 'definitions');
  return membersOf(memberOf(root, 'parameters')).map((member): Parameter => {
    const { value } = member;
    const definition = definitionOf(definitions, value);
    const type = textOf(value, 'type') ?? textOf(definition, 'type') ?? '';
    return {
      ...declaredAt(lowering, member),
      name: member.key,
      type,
      nullable: isNullable(value) || isNullable(definition),
      isSecure: type.toLowerCase().startsWith('secure'),
      defaultValue: lowerMember(lowering, value, 'defaultValue'),
    };
  });
}

function isNullable(node: JsonNode | undefined): boolean {
  const nullable = memberOf(node, 'nullable');
  return nullable?.is === 'flag' && nullable.value;
}

/** The type of one's own that `$ref` names, through as many names as there are definitions. */
function definitionOf(definitions: JsonNode | undefined, node: JsonNode): JsonNode | undefined {
  let found: JsonNode | undefined = node;
  for (let hops = membersOf(definitions).length; hops > 0; hops -= 1) {
    const name: string | undefined = textOf(found, '$ref')?.replace('#/definitions/', '');
    if (name === undefined) break;
    found = memberOf(definitions, name);
  }
  return found === node ? undefined : found;
}

/** The variables of a template, those that `copy` makes among them. */
export function lowerVariables(lowering: Lowering, root: JsonNode): readonly Variable[] {
  const node = memberOf(root, 'variables');
  if (node?.is !== 'object') return [];
  const lowered = lowerObject(lowering, node, []);
  if (lowered.is !== 'object') return [];
  return lowered.members.flatMap((member): readonly Variable[] => {
    if (member.is !== 'member' || member.key.is !== 'literal') return [];
    const { key, value, place } = member;
    return [{ name: String(key.value), value, isExported: false, place, namePlace: key.place }];
  });
}

/** The outputs of a template. */
export function lowerOutputs(lowering: Lowering, root: JsonNode): readonly Output[] {
  return membersOf(memberOf(root, 'outputs')).map((member): Output => {
    const copy = memberOf(member.value, 'copy');
    const source =
      copy === undefined
        ? lowerMember(lowering, member.value, 'value')
        : lowerMember(lowering, copy, 'input');
    const value: Expression = source ?? { is: 'broken', place: placeOf(lowering, member.value) };
    return {
      ...declaredAt(lowering, member),
      name: member.key,
      value,
      condition: lowerMember(lowering, member.value, 'condition'),
      loop: copy === undefined ? null : loopOf(lowering, copy, copyName('')),
    };
  });
}

/** Functions of one's own, under `namespace.name`. */
export function lowerFunctions(lowering: Lowering, root: JsonNode): readonly UserFunction[] {
  return itemsOf(memberOf(root, 'functions')).flatMap((space) => {
    const namespace = textOf(space, 'namespace') ?? '';
    return membersOf(memberOf(space, 'members')).map((member) => lowerFunction(lowering, namespace, member));
  });
}

function lowerFunction(lowering: Lowering, namespace: string, member: JsonMember): UserFunction {
  const output = memberOf(memberOf(member.value, 'output'), 'value');
  return {
    ...declaredAt(lowering, member),
    name: `${namespace}.${member.key}`,
    parameters: itemsOf(memberOf(member.value, 'parameters')).map((one) => textOf(one, 'name') ?? ''),
    body:
      output === undefined
        ? { is: 'broken', place: placeOf(lowering, member.value) }
        : lowerValue(lowering, output),
    isExported: true,
  };
}
