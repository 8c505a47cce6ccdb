import { evaluated, type ArmScope } from './arm-expression';

export interface ArmTemplate {
  readonly parameters?: Readonly<Record<string, { readonly defaultValue?: unknown }>>;
  readonly resources: readonly ArmResource[];
}

interface ArmResource {
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly location?: string;
  readonly sku?: unknown;
  readonly tags?: unknown;
  readonly identity?: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly dependsOn?: readonly string[];
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
}

/** A resource as it would be deployed: everything resolved, nested deployments expanded, comments removed. */
export interface DeployedResource {
  readonly id: string;
  readonly apiVersion: string;
  readonly location: string | undefined;
  readonly sku: unknown;
  readonly tags: unknown;
  readonly identity: unknown;
  readonly properties: unknown;
  /** IDs of the dependencies, sorted. */
  readonly after: readonly string[];
}

/** Returns the resources that `template` deploys, ordered by ID. Parameters have the template's defaults, or else `values`. */
export function deployedResources(
  template: ArmTemplate,
  where: Omit<ArmScope, 'parameters'>,
  values: Readonly<Record<string, { readonly value: unknown }>> = {},
): DeployedResource[] {
  const defaults = Object.entries(template.parameters ?? {}).map(([name, one]) => [
    name,
    one.defaultValue ?? values[name]?.value,
  ]);
  const scope = {
    ...where,
    parameters: evaluated(Object.fromEntries(defaults), { ...where, parameters: {} }),
  };
  const all = open(template, scope as ArmScope);
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function open({ resources }: ArmTemplate, scope: ArmScope): DeployedResource[] {
  return resources.flatMap((resource) => {
    if (resource.type === 'Microsoft.Resources/deployments') return deployment(resource, scope);
    return [deployed(evaluated(resource, scope) as ArmResource, scope)];
  });
}

function deployed(resource: ArmResource, scope: ArmScope): DeployedResource {
  const [provider = '', ...kinds] = resource.type.split('/');
  const names = resource.name.split('/');
  const path = kinds.map((kind, index) => `${kind}/${names[index]!}`).join('/');
  return {
    id: `/subscriptions/${scope.subscription}/resourceGroups/${scope.group}/providers/${provider}/${path}`,
    apiVersion: resource.apiVersion,
    location: resource.location,
    sku: resource.sku,
    tags: resource.tags,
    identity: resource.identity,
    properties: resource.properties,
    after: [...(resource.dependsOn ?? [])].sort(),
  };
}

/** Returns the deployment itself and its nested resources, in its own scope and with its own parameters. */
function deployment(resource: ArmResource, outer: ArmScope): DeployedResource[] {
  const { template, parameters, ...properties } = resource.properties;
  const own = evaluated({ ...resource, properties: {}, parameters }, outer) as ArmResource & {
    readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
  };
  const given = Object.entries(own.parameters).map(([name, { value }]) => [name, value]);
  const inner = {
    subscription: own.subscriptionId ?? outer.subscription,
    group: own.resourceGroup ?? outer.group,
    parameters: Object.fromEntries(given) as Record<string, unknown>,
  };
  const nested = open(template as ArmTemplate, inner).map((one) => ({
    ...one,
    // They wait for what their deployment waits for.
    after: [...one.after, ...(own.dependsOn ?? [])].sort(),
  }));
  return [deployed({ ...own, properties }, inner), ...nested];
}
