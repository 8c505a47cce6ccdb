import type { Plan } from '../compute-plan';
import type { PlanSay } from '../say';
import { bicepString, bicepValue } from './bicep-text';
import { buildTemplate } from './build-template';
import type { CodeContext, CodeFile, WrittenCode } from './code-context';
import { commentLines } from './comment-lines';
import {
  templateObject,
  type ExistingResource,
  type ParameterLimits,
  type LiteralValue,
  type Module,
  type TemplateResource,
  type TemplateOutput,
  type TemplateParameter,
  type ResourceGroupScope,
  type DeploymentTemplate,
} from './template';

/**
 * Returns the plan as Bicep: `{name}.bicep`, its values in `{name}.bicepparam`, and a module for the fixes of each
 * other resource group. Deploy it to the workspace's resource group.
 */
export function writeBicep(plan: Plan, context: CodeContext, say: PlanSay): WrittenCode {
  const { template, fileName, leftOut } = buildTemplate(plan, context, say);
  const modules = template.modules.map((one) => ({
    name: `${one.fileName}.bicep`,
    text: moduleText(one.template),
  }));
  return { files: [...bicepFiles(template, fileName, say), ...modules], leftOut };
}

/** Returns the files of a template and its parameter values. */
export function bicepFiles(
  template: DeploymentTemplate,
  fileName: string,
  say: PlanSay,
): readonly CodeFile[] {
  return [
    { name: `${fileName}.bicep`, text: bicepText(template) },
    { name: `${fileName}.bicepparam`, text: valuesText(template, fileName, say) },
  ];
}

/** Returns a template as Bicep, without the files of its modules. */
export function bicepText(template: DeploymentTemplate): string {
  return join([
    commentLines(template.heading, '//').join('\n'),
    ...template.parameters.map((one) =>
      one.secure ? decorated(one) : `${decorated(one)} = ${literal(one.value)}`,
    ),
    ...body(template),
  ]);
}

/** Returns a module. It doesn't have defaults, because the main file passes all values. */
function moduleText(template: DeploymentTemplate): string {
  return join([
    commentLines(template.heading, '//').join('\n'),
    ...template.parameters.map(decorated),
    ...body(template),
  ]);
}

function valuesText(template: DeploymentTemplate, fileName: string, say: PlanSay): string {
  const values = template.parameters.map((one) => `param ${one.name} = ${valueText(one)}`);
  return join(
    [
      [`using ${bicepString(`./${fileName}.bicep`)}`],
      [...commentLines([say('write.values')], '//'), ...values],
    ].map((lines) => lines.join('\n')),
  );
}

function body(template: DeploymentTemplate): readonly string[] {
  return [
    ...template.existing.map(existingText),
    ...template.modules.map(moduleUse),
    ...template.resources.map(resourceText),
    ...template.outputs.map(outputText),
  ];
}

function join(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function decorated({ name, type, description, limits, secure }: TemplateParameter): string {
  return [
    `@description(${bicepString(description)})`,
    ...(secure ? ['@secure()'] : []),
    ...limitLines(limits),
    `param ${name} ${type}`,
  ].join('\n');
}

function limitLines({
  minLength,
  maxLength,
  minValue,
  maxValue,
  allowed,
}: ParameterLimits): readonly string[] {
  return [
    ...(minLength === undefined ? [] : [`@minLength(${minLength})`]),
    ...(maxLength === undefined ? [] : [`@maxLength(${maxLength})`]),
    ...(minValue === undefined ? [] : [`@minValue(${minValue})`]),
    ...(maxValue === undefined ? [] : [`@maxValue(${maxValue})`]),
    ...(allowed === undefined ? [] : [`@allowed(${bicepValue(allowed, 0)})`]),
  ];
}

/** Returns a parameter's value. A secret is read from the environment at deployment. */
function valueText({ value, environment }: TemplateParameter): string {
  return environment === null ? literal(value) : `readEnvironmentVariable(${bicepString(environment)})`;
}

function literal(value: LiteralValue): string {
  return bicepValue(value, 0);
}

function existingText({ symbol, type, apiVersion, name, parent, scope }: ExistingResource): string {
  return [
    `resource ${symbol} '${type}@${apiVersion}' existing = {`,
    ...(scope === null ? [] : [`  scope: ${scopeText(scope)}`]),
    ...(parent === null ? [] : [`  parent: ${parent}`]),
    `  name: ${bicepValue(name, 2)}`,
    '}',
  ].join('\n');
}

function moduleUse({ symbol, fileName, deploymentName, scope, dependsOn, template }: Module): string {
  return [
    ...commentLines(template.heading, '//'),
    `module ${symbol} ${bicepString(`./${fileName}.bicep`)} = {`,
    `  scope: ${scopeText(scope)}`,
    `  name: ${bicepValue(deploymentName, 2)}`,
    '  params: {',
    ...template.parameters.map(({ name }) => `    ${name}: ${name}`),
    '  }',
    ...dependencyLines(dependsOn),
    '}',
  ].join('\n');
}

function dependencyLines(symbols: readonly string[]): readonly string[] {
  return symbols.length === 0 ? [] : ['  dependsOn: [', ...symbols.map((one) => `    ${one}`), '  ]'];
}

function scopeText({ subscription, group }: ResourceGroupScope): string {
  const places = subscription === null ? [group] : [subscription, group];
  return `resourceGroup(${places.map((one) => bicepValue(one, 2)).join(', ')})`;
}

function resourceText(resource: TemplateResource): string {
  const { comment, symbol, type, apiVersion, parent, name, location, dependsOn } = resource;
  const { sku, tags, identity, properties } = resource;
  return [
    ...commentLines(comment, '//'),
    `resource ${symbol} '${type}@${apiVersion}' = {`,
    ...(parent === null ? [] : [`  parent: ${parent}`]),
    `  name: ${bicepValue(name, 2)}`,
    ...(location === null ? [] : [`  location: ${bicepValue(location, 2)}`]),
    ...(sku === undefined ? [] : [`  sku: ${bicepValue(templateObject({ name: sku }), 2)}`]),
    ...(tags === null ? [] : [`  tags: ${bicepValue(tags, 2)}`]),
    ...(identity === null ? [] : [`  identity: ${bicepValue(identity, 2)}`]),
    `  properties: ${bicepValue(properties, 2)}`,
    ...dependencyLines(dependsOn),
    '}',
  ].join('\n');
}

function outputText({ name, description, idOf }: TemplateOutput): string {
  return [`@description(${bicepString(description)})`, `output ${name} string = ${idOf}.id`].join('\n');
}
