import {
  isList,
  type DeploymentTemplate,
  type LiteralValue,
  type ParameterReference,
  type ResourceGroupScope,
  type TemplateValue,
} from './template';

type Rename = (name: string) => string;

/** Returns a template without modules, with its parameters and resources renamed. */
export function renameTemplate(template: DeploymentTemplate, rename: Rename): DeploymentTemplate {
  const value = (one: TemplateValue): TemplateValue => renamedValue(one, rename);
  const optional = (one: TemplateValue | null): TemplateValue | null => (one === null ? null : value(one));
  const symbol = (one: string | null): string | null => (one === null ? null : rename(one));
  return {
    ...template,
    parameters: template.parameters.map((one) => ({ ...one, name: rename(one.name) })),
    existing: template.existing.map((one) => ({
      ...one,
      symbol: rename(one.symbol),
      name: value(one.name),
      parent: symbol(one.parent),
      scope: renamedScope(one.scope, value),
    })),
    resources: template.resources.map((one) => ({
      ...one,
      symbol: rename(one.symbol),
      parent: symbol(one.parent),
      name: value(one.name),
      location: optional(one.location),
      tags: optional(one.tags),
      identity: optional(one.identity),
      properties: value(one.properties),
      dependsOn: one.dependsOn.map(rename),
    })),
  };
}

function renamedScope(
  scope: ResourceGroupScope | null,
  value: (one: TemplateValue) => TemplateValue,
): ResourceGroupScope | null {
  if (scope === null) return null;
  const { subscription, group } = scope;
  return { subscription: subscription === null ? null : value(subscription), group: value(group) };
}

function renamedValue(value: TemplateValue, rename: Rename): TemplateValue {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((one) => renamedValue(one, rename));
  switch (value.is) {
    case 'parameter':
      return { ...value, name: rename(value.name) };
    case 'id':
      return { ...value, symbol: rename(value.symbol) };
    case 'format':
      return {
        ...value,
        parts: value.parts.map((one) => (typeof one === 'string' ? one : { ...one, name: rename(one.name) })),
      };
    case 'keyed':
      return {
        ...value,
        key: { ...value.key, name: rename(value.key.name) },
        value: renamedValue(value.value, rename),
      };
    case 'object':
      return { ...value, fields: mapFields(value.fields, (one) => renamedValue(one, rename)) };
  }
}

function mapFields(
  fields: Readonly<Record<string, TemplateValue>>,
  change: (one: TemplateValue) => TemplateValue,
): Readonly<Record<string, TemplateValue>> {
  return Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, change(one)]));
}

/** Returns a template without modules, with its parameters replaced by their values. */
export function inlineTemplate(template: DeploymentTemplate): DeploymentTemplate {
  const values = new Map(template.parameters.map(({ name, value }) => [name, value]));
  const value = (one: TemplateValue): TemplateValue => inlinedValue(one, values);
  const optional = (one: TemplateValue | null): TemplateValue | null => (one === null ? null : value(one));
  return {
    ...template,
    parameters: [],
    existing: template.existing.map((one) => ({
      ...one,
      name: value(one.name),
      scope: renamedScope(one.scope, value),
    })),
    resources: template.resources.map((one) => ({
      ...one,
      name: value(one.name),
      location: optional(one.location),
      tags: optional(one.tags),
      identity: optional(one.identity),
      properties: value(one.properties),
    })),
  };
}

type Values = ReadonlyMap<string, LiteralValue>;

function inlinedValue(value: TemplateValue, values: Values): TemplateValue {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((one) => inlinedValue(one, values));
  switch (value.is) {
    case 'parameter':
      return values.get(value.name) ?? '';
    case 'format':
      return value.parts.map((one) => textOf(one, values)).join('');
    case 'keyed':
      return {
        is: 'object',
        fields: { [textOf(value.key, values)]: inlinedValue(value.value, values) },
      };
    case 'object':
      return { ...value, fields: mapFields(value.fields, (one) => inlinedValue(one, values)) };
    case 'id':
      return value;
  }
}

function textOf(part: string | ParameterReference, values: Values): string {
  return typeof part === 'string' ? part : String(values.get(part.name) ?? '');
}
