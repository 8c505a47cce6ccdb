/**
 * A deployment template, independent of the language. Bicep and ARM JSON are both generated from it, so that they have
 * the same content.
 */
export interface DeploymentTemplate {
  /** First lines of the file. */
  readonly heading: readonly string[];
  readonly parameters: readonly TemplateParameter[];
  readonly existing: readonly ExistingResource[];
  readonly modules: readonly Module[];
  readonly resources: readonly TemplateResource[];
  readonly outputs: readonly TemplateOutput[];
}

/**
 * A value that differs between environments. Parameters of a module don't have a `value`, because the main file
 * supplies it.
 */
export interface TemplateParameter {
  readonly name: string;
  readonly type: 'string' | 'int' | 'array' | 'object';
  readonly description: string;
  readonly value: LiteralValue;
  readonly limits: ParameterLimits;
  /** True for a secure parameter: it doesn't have a default, and deployments don't show it. */
  readonly secure: boolean;
  /** Environment variable that contains it at deployment: its value is in no file. */
  readonly environment: string | null;
}

export type LiteralValue = string | number | readonly string[] | LiteralObject;

/** Texts by name, for tags. */
interface LiteralObject {
  readonly is: 'object';
  readonly fields: Readonly<Record<string, string>>;
}

export interface ParameterLimits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly allowed?: readonly string[];
}

/** A resource group other than the deployment's own. `subscription` is null if it's the deployment's. */
export interface ResourceGroupScope {
  readonly subscription: TemplateValue | null;
  readonly group: TemplateValue;
}

export interface ExistingResource {
  readonly symbol: string;
  /** Full type, `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  readonly apiVersion: string;
  readonly name: TemplateValue;
  /** Symbol of an existing resource whose scope the child shares. */
  readonly parent: string | null;
  readonly scope: ResourceGroupScope | null;
}

export interface TemplateResource {
  readonly comment: readonly string[];
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly parent: string | null;
  readonly name: TemplateValue;
  readonly location: TemplateValue | null;
  readonly tags: TemplateValue | null;
  readonly identity: TemplateValue | null;
  /** Name of the SKU, for types that have one. */
  readonly sku?: string;
  readonly properties: TemplateValue;
  /** Symbols of resources and modules to deploy first. */
  readonly dependsOn: readonly string[];
}

/** A part of the template that is deployed to another resource group. */
export interface Module {
  readonly symbol: string;
  /** Name of the separate file for Bicep. */
  readonly fileName: string;
  readonly deploymentName: TemplateValue;
  readonly scope: ResourceGroupScope;
  /** Symbols of resources and modules to deploy first. */
  readonly dependsOn: readonly string[];
  /** Its parameters are passed on from those with the same name. */
  readonly template: DeploymentTemplate;
}

export interface TemplateOutput {
  readonly name: string;
  readonly description: string;
  /** Symbol of the resource whose ID is the output. */
  readonly idOf: string;
}

/** A value of a property: literal, composed, or a reference. */
export type TemplateValue =
  | string
  | number
  | boolean
  | readonly TemplateValue[]
  | {
      readonly is: 'object';
      readonly fields: Readonly<Record<string, TemplateValue>>;
      /** IDs of checks that aren't reported for a field, by field name. */
      readonly ignored?: Readonly<Record<string, string>>;
    }
  /** An object with a single field, whose name is a parameter. */
  | { readonly is: 'keyed'; readonly key: ParameterReference; readonly value: TemplateValue }
  | { readonly is: 'parameter'; readonly name: string }
  /** Text that contains parameters. */
  | { readonly is: 'format'; readonly parts: readonly (string | ParameterReference)[] }
  /** ID of an existing or new resource. */
  | { readonly is: 'id'; readonly symbol: string };

export interface ParameterReference {
  readonly is: 'parameter';
  readonly name: string;
}

export function templateParameter(name: string): ParameterReference {
  return { is: 'parameter', name };
}

export function templateObject(fields: Readonly<Record<string, TemplateValue>>): TemplateValue {
  return { is: 'object', fields };
}

/** `Array.isArray` for a readonly list. */
export function isList<T>(value: T): value is Extract<T, readonly unknown[]> {
  return Array.isArray(value);
}
