import type { Expression, Member } from '../../template/expression';
import type {
  DeploymentScope,
  ModuleDeclaration,
  OutputDeclaration,
  ParameterDeclaration,
  ResourceDeclaration,
  Template,
  Variable,
} from '../../template/template';

type ObjectExpression = Expression & { readonly is: 'object' };

/**
 * Converts a `Microsoft.Resources/deployments` resource with an inline template to a module, or returns undefined if
 * the template is computed. Its expressions are Bicep expressions, so names in them refer to the file for every scope
 * of evaluation. With inner scope, the compiler rejects such names.
 */
function inlineDeployment(resource: ResourceDeclaration): ModuleDeclaration | undefined {
  const { body, type, isExisting } = resource;
  if (type.toLowerCase() !== 'microsoft.resources/deployments' || isExisting) return undefined;
  const properties = memberOf(body, 'properties');
  const template = memberOf(properties, 'template');
  if (template?.is !== 'object' || template.members.some((one) => one.is === 'spread')) return undefined;
  return {
    symbol: resource.symbol,
    source: { is: 'inline', template: templateIn(template, resource), inner: isInner(properties) },
    sourcePlace: template.place,
    name: memberOf(body, 'name') ?? null,
    scope: scopeOf(body),
    condition: resource.condition,
    loop: resource.loop,
    parameters: parametersOf(memberOf(properties, 'parameters')),
    body: null,
    dependsOn: memberOf(body, 'dependsOn') ?? null,
    bodyPlace: body.place,
    place: resource.place,
    namePlace: resource.namePlace,
  };
}

function memberOf(of: Expression | undefined, name: string): Expression | undefined {
  if (of?.is !== 'object') return undefined;
  const found = membersOf(of).find(([key]) => key === name.toLowerCase());
  return found?.[1].value;
}

/** Returns the members with literal names, in lowercase. */
function membersOf({ members }: ObjectExpression): readonly (readonly [name: string, member: Member])[] {
  return members.flatMap((one) =>
    one.is === 'member' && one.key.is === 'literal'
      ? [[String(one.key.value).toLowerCase(), one] as const]
      : [],
  );
}

function isInner(properties: Expression | undefined): boolean {
  const scope = memberOf(memberOf(properties, 'expressionEvaluationOptions'), 'scope');
  return scope?.is === 'literal' && String(scope.value).toLowerCase() === 'inner';
}

/** Returns `scope`, or the scope that `subscriptionId` and `resourceGroup` define, as a module would write it. */
function scopeOf(body: Expression): Expression | null {
  const scope = memberOf(body, 'scope');
  if (scope !== undefined) return scope;
  const group = memberOf(body, 'resourceGroup');
  const given = [memberOf(body, 'subscriptionId'), group].filter((one) => one !== undefined);
  if (given.length === 0) return null;
  const name = group === undefined ? 'subscription' : 'resourceGroup';
  return { is: 'call', name, of: null, arguments: given, place: body.place };
}

/** Converts `{ name: { value: … } }` to the template's parameters: `mapValues(given, one => one.value)`. */
function parametersOf(given: Expression | undefined): Expression | null {
  if (given === undefined) return null;
  const { place } = given;
  const body = valueIn({ is: 'name', name: 'one', place });
  const unwrap: Expression = { is: 'lambda', parameters: ['one'], body, place };
  return { is: 'call', name: 'mapValues', of: null, arguments: [given, unwrap], place };
}

function valueIn(of: Expression): Expression {
  return { is: 'property', of, name: 'value', safe: false, place: of.place };
}

/** Separates resources from the nested templates among them. */
export function withDeployments(
  all: readonly ResourceDeclaration[],
): Pick<Template, 'resources' | 'modules'> {
  const modules = new Map(
    all.flatMap((one) => {
      const module = inlineDeployment(one);
      return module ? [[one, module] as const] : [];
    }),
  );
  return { resources: all.filter((one) => !modules.has(one)), modules: [...modules.values()] };
}

function templateIn(template: ObjectExpression, { place }: ResourceDeclaration): Template {
  const entries = (name: string): readonly Member[] => {
    const found = memberOf(template, name);
    return found?.is === 'object' ? membersOf(found).map(([, one]) => one) : [];
  };
  return {
    file: place.file,
    language: 'arm',
    scope: scopeNamed(memberOf(template, '$schema')),
    parameters: entries('parameters').map(toParameter),
    variables: entries('variables').map((one): Variable => ({
      ...named(one),
      value: one.value,
      isExported: false,
    })),
    functions: [],
    ...withDeployments(resourcesIn(memberOf(template, 'resources'))),
    outputs: entries('outputs').map((one): OutputDeclaration => ({
      ...named(one),
      value: valueIn(one.value),
      condition: null,
      loop: null,
    })),
    imports: [],
    directives: [],
    errors: [],
  };
}

function named({ key, place }: Member) {
  const name = key.is === 'literal' ? String(key.value) : '';
  return { name, place, namePlace: key.place };
}

function toParameter(one: Member): ParameterDeclaration {
  const type = memberOf(one.value, 'type');
  return {
    ...named(one),
    type: type?.is === 'literal' ? String(type.value) : '',
    nullable: false,
    defaultValue: memberOf(one.value, 'defaultValue') ?? null,
  };
}

const scopes: readonly (readonly [RegExp, DeploymentScope])[] = [
  [/subscriptionDeploymentTemplate/i, 'subscription'],
  [/managementGroupDeploymentTemplate/i, 'managementGroup'],
  [/tenantDeploymentTemplate/i, 'tenant'],
];

function scopeNamed(schema: Expression | undefined): DeploymentScope {
  const text = schema?.is === 'literal' ? String(schema.value) : '';
  return scopes.find(([pattern]) => pattern.test(text))?.[1] ?? 'resourceGroup';
}

/** Members that aren't part of a resource's body. */
const nonBodyMembers = new Set(['type', 'apiversion', 'condition', 'copy', 'resources']);

function resourcesIn(list: Expression | undefined): readonly ResourceDeclaration[] {
  if (list?.is !== 'array') return [];
  return list.items.flatMap((item) => (item.is === 'object' ? [toResource(item)] : []));
}

function toResource(item: ObjectExpression): ResourceDeclaration {
  const type = memberOf(item, 'type');
  const members = item.members.filter(
    (one) =>
      one.is === 'spread' ||
      one.key.is !== 'literal' ||
      !nonBodyMembers.has(String(one.key.value).toLowerCase()),
  );
  return {
    symbol: null,
    type: type?.is === 'literal' ? String(type.value) : '',
    apiVersion: memberOf(item, 'apiVersion') ?? null,
    typePlace: type?.place ?? item.place,
    isExisting: false,
    condition: memberOf(item, 'condition') ?? null,
    loop: null,
    body: { ...item, members },
    children: resourcesIn(memberOf(item, 'resources')),
    place: item.place,
    namePlace: memberOf(item, 'name')?.place ?? item.place,
  };
}
