import {
  isList,
  type ExistingResource,
  type TemplateResource,
  type ResourceGroupScope,
  type DeploymentTemplate,
  type TemplateValue,
} from './template';

/** Plain JSON, in output order. */
export type ArmJson = string | number | boolean | readonly ArmJson[] | { readonly [name: string]: ArmJson };

/**
 * Returns `text` as a JSON value that ARM takes literally. In brackets, it would be an expression, so the first one is
 * doubled (learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions, 2025-04-28).
 */
export function armString(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}

/** Converts `value` to a property of an ARM template. IDs are looked up in `template`. */
export function armValue(value: TemplateValue, template: DeploymentTemplate): ArmJson {
  if (typeof value === 'string') return armString(value);
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((one) => armValue(one, template));
  if (value.is === 'keyed') {
    // A property name is an expression only if it consists of more than a parameter. Bicep writes it the same way.
    return { [`[format('{0}', ${armExpression(value.key, template)})]`]: armValue(value.value, template) };
  }
  if (value.is !== 'object') return `[${armExpression(value, template)}]`;
  const fields = Object.entries(value.fields);
  return Object.fromEntries(fields.map(([name, field]) => [armString(name), armValue(field, template)]));
}

/** Converts `value` to an expression, without the brackets around it. */
export function armExpression(value: TemplateValue, template: DeploymentTemplate): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value) || value.is === 'object' || value.is === 'keyed') {
    throw new Error('an expression names no list and no object');
  }
  switch (value.is) {
    case 'parameter':
      return `parameters('${value.name}')`;
    case 'format':
      return formatExpression(value.parts);
    case 'id':
      return idExpression(value.symbol, template);
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Returns `format('Storage.{0}', parameters('x'))`. Braces in the text are doubled, as .NET's format requires. */
function formatExpression(parts: Extract<TemplateValue, { readonly is: 'format' }>['parts']): string {
  const names: string[] = [];
  const pattern = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[{}]/g, '$&$&');
    names.push(`parameters('${part.name}')`);
    return `{${names.length - 1}}`;
  });
  return `format(${[quoted(pattern.join('')), ...names].join(', ')})`;
}

/** Returns `resourceId(…)` of the existing or new resource `symbol`. */
export function idExpression(symbol: string, template: DeploymentTemplate): string {
  const { type, names, scope } = placeOf(symbol, template);
  const before = scope === null ? [] : scopeArguments(scope, template);
  return `resourceId(${[...before, quoted(type), ...names.map((name) => armExpression(name, template))].join(', ')})`;
}

/** Returns the subscription and resource group as the first arguments of `resourceId`. */
export function scopeArguments(
  { subscription, group }: ResourceGroupScope,
  template: DeploymentTemplate,
): readonly string[] {
  return [...(subscription === null ? [] : [subscription]), group].map((one) => armExpression(one, template));
}

/** Returns the joined names of a resource and its parents, as `name` of a child resource requires. */
export function nameExpression(resource: TemplateResource, template: DeploymentTemplate): string {
  const { names } = placeOf(resource.symbol, template);
  const [only] = names;
  if (names.length === 1 && only !== undefined) return `[${armExpression(only, template)}]`;
  const places = names.map((_, index) => `{${index}}`).join('/');
  return `[format('${places}', ${names.map((name) => armExpression(name, template)).join(', ')})]`;
}

interface Place {
  readonly type: string;
  readonly names: readonly TemplateValue[];
  readonly scope: ResourceGroupScope | null;
}

function placeOf(symbol: string, template: DeploymentTemplate): Place {
  const all: readonly (ExistingResource | TemplateResource)[] = [...template.existing, ...template.resources];
  const found = all.find((one) => one.symbol === symbol);
  if (!found) throw new Error(`no resource '${symbol}' in the template`);
  const own = 'scope' in found ? found.scope : null;
  if (found.parent === null) return { type: found.type, names: [found.name], scope: own };
  const parent = placeOf(found.parent, template);
  return { type: found.type, names: [...parent.names, found.name], scope: parent.scope };
}
