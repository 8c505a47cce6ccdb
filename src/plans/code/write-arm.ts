import type { Plan } from '../compute-plan';
import { oneLine } from '../one-line';
import type { PlanSay } from '../say';
import {
  armString,
  armValue,
  idExpression,
  nameExpression,
  scopeArguments,
  armExpression,
  type ArmJson,
} from './arm-text';
import { buildTemplate } from './build-template';
import type { CodeContext, WrittenCode } from './code-context';
import {
  isList,
  type LiteralValue,
  type Module,
  type TemplateResource,
  type TemplateParameter,
  type DeploymentTemplate,
  type TemplateValue,
} from './template';

/**
 * Returns the plan as ARM JSON: `{name}.json`, and its values in `{name}.parameters.json`. Deploy it to the workspace's
 * resource group.
 * It has the same resources as the Bicep. Fixes in another resource group are a nested deployment.
 */
export function writeArm(plan: Plan, context: CodeContext, say: PlanSay): WrittenCode {
  const { template, fileName, leftOut } = buildTemplate(plan, context, say);
  return {
    files: [
      { name: `${fileName}.json`, text: text(mainTemplate(template)) },
      { name: `${fileName}.parameters.json`, text: text(valuesOf(template)) },
    ],
    leftOut,
  };
}

function text(json: ArmJson): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

const schemas = 'https://schema.management.azure.com/schemas/2019-04-01';

function mainTemplate(template: DeploymentTemplate): ArmJson {
  return {
    $schema: `${schemas}/deploymentTemplate.json#`,
    contentVersion: '1.0.0.0',
    metadata: { description: armString(oneLine(template.heading.join(' '))) },
    parameters: named(template.parameters, (one) => declaration(one, true)),
    resources: armResources(template),
    outputs: named(template.outputs, ({ description, idOf }) => ({
      type: 'string',
      metadata: { description: armString(description) },
      value: `[${idExpression(idOf, template)}]`,
    })),
  };
}

function nestedTemplate(template: DeploymentTemplate): ArmJson {
  return {
    $schema: `${schemas}/deploymentTemplate.json#`,
    contentVersion: '1.0.0.0',
    parameters: named(template.parameters, (one) => declaration(one, false)),
    resources: armResources(template),
  };
}

/** Returns the resources of an ARM template. */
export function armResources(template: DeploymentTemplate): readonly ArmJson[] {
  return [
    ...template.modules.map((one) => deployment(one, template)),
    ...template.resources.map((one) => resourceOf(one, template)),
  ];
}

function declaration(
  { type, description, value, limits, secure }: TemplateParameter,
  withDefault: boolean,
): ArmJson {
  const { allowed, ...bounds } = limits;
  return {
    type: secure ? 'securestring' : type,
    ...(withDefault && !secure ? { defaultValue: literal(value) } : {}),
    ...(allowed === undefined ? {} : { allowedValues: allowed.map(armString) }),
    ...bounds,
    metadata: { description: armString(description) },
  };
}

function literal(value: LiteralValue): ArmJson {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return armString(value);
  return isList(value) ? value.map(armString) : mapped(value.fields, armString);
}

/**
 * Returns the content of the parameter file, without secrets. It contains values, not expressions, so nothing is
 * escaped.
 */
function valuesOf(template: DeploymentTemplate): ArmJson {
  return {
    $schema: `${schemas}/deploymentParameters.json#`,
    contentVersion: '1.0.0.0',
    parameters: named(
      template.parameters.filter(({ environment }) => environment === null),
      ({ value }) => ({ value: plain(value) }),
    ),
  };
}

function plain(value: LiteralValue): ArmJson {
  return typeof value === 'object' && !isList(value) ? value.fields : value;
}

function mapped(
  fields: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [change(name), change(text)]));
}

function named<T extends { readonly name: string }>(
  list: readonly T[],
  toJson: (one: T) => ArmJson,
): ArmJson {
  return Object.fromEntries(list.map((one) => [one.name, toJson(one)]));
}

function resourceOf(resource: TemplateResource, template: DeploymentTemplate): ArmJson {
  const { comment, type, apiVersion, location, sku, tags, identity, properties } = resource;
  const ignored = ignoredIn(properties);
  const dependsOn = [...new Set([...resource.dependsOn, ...implied(resource, template)])];
  return {
    type,
    apiVersion,
    name: nameExpression(resource, template),
    ...(comment.length === 0 ? {} : { comments: armString(oneLine(comment.join(' '))) }),
    ...(ignored.length === 0 ? {} : { metadata: { 'aml-secure-compute': { ignore: ignored } } }),
    ...(location === null ? {} : { location: armValue(location, template) }),
    ...(sku === undefined ? {} : { sku: { name: armString(sku) } }),
    ...(tags === null ? {} : { tags: armValue(tags, template) }),
    ...(identity === null ? {} : { identity: armValue(identity, template) }),
    properties: armValue(properties, template),
    ...(dependsOn.length === 0 ? {} : { dependsOn: dependsOn.map((one) => dependency(one, template)) }),
  };
}

/** Returns the IDs of checks that aren't reported for a value. */
function ignoredIn(value: TemplateValue): readonly string[] {
  if (typeof value !== 'object' || isList(value) || value.is !== 'object') return [];
  return [...Object.values(value.ignored ?? {}), ...Object.values(value.fields).flatMap(ignoredIn)];
}

/** Returns the dependencies that Bicep infers: a new parent, and new resources that IDs refer to, or their children. */
function implied({ parent, properties }: TemplateResource, template: DeploymentTemplate): readonly string[] {
  const named = [...(parent === null ? [] : [parent]), ...symbolsIn(properties)];
  return named.flatMap((symbol) => newAncestor(symbol, template) ?? []);
}

function newAncestor(symbol: string, template: DeploymentTemplate): string | undefined {
  if (template.resources.some((one) => one.symbol === symbol)) return symbol;
  const parent = template.existing.find((one) => one.symbol === symbol)?.parent ?? null;
  return parent === null ? undefined : newAncestor(parent, template);
}

function symbolsIn(value: TemplateValue): readonly string[] {
  if (typeof value !== 'object') return [];
  if (isList(value)) return value.flatMap(symbolsIn);
  if (value.is === 'id') return [value.symbol];
  return value.is === 'object' ? Object.values(value.fields).flatMap(symbolsIn) : [];
}

function dependency(symbol: string, template: DeploymentTemplate): ArmJson {
  const module = template.modules.find((one) => one.symbol === symbol);
  if (!module) return `[${idExpression(symbol, template)}]`;
  const name = armExpression(module.deploymentName, template);
  return `[resourceId(${[...scopeArguments(module.scope, template), `'${deployments}'`, name].join(', ')})]`;
}

const deployments = 'Microsoft.Resources/deployments';

function deployment(
  { deploymentName, scope, dependsOn, template: inner }: Module,
  outer: DeploymentTemplate,
): ArmJson {
  return {
    type: deployments,
    apiVersion: '2025-04-01',
    name: armValue(deploymentName, outer),
    comments: armString(oneLine(inner.heading.join(' '))),
    ...(scope.subscription === null ? {} : { subscriptionId: armValue(scope.subscription, outer) }),
    resourceGroup: armValue(scope.group, outer),
    properties: {
      expressionEvaluationOptions: { scope: 'inner' },
      mode: 'Incremental',
      parameters: named(inner.parameters, ({ name }) => ({ value: `[parameters('${name}')]` })),
      template: nestedTemplate(inner),
    },
    ...(dependsOn.length === 0 ? {} : { dependsOn: dependsOn.map((one) => dependency(one, outer)) }),
  };
}
