/**
 * A deployment template, before it is spelled in a language. Bicep and ARM JSON are two spellings of it, so that
 * what one says the other says too.
 */
export interface DeploymentTemplate {
  /** Lines that open the file. */
  readonly heading: readonly string[];
  readonly parameters: readonly TemplateParameter[];
  readonly existing: readonly ExistingResource[];
  readonly modules: readonly Module[];
  readonly resources: readonly TemplateResource[];
  readonly outputs: readonly TemplateOutput[];
}

/** What differs between environments. Parameters of a module have no `value`: the main file gives it. */
export interface TemplateParameter {
  readonly name: string;
  readonly type: 'string' | 'int' | 'array' | 'object';
  readonly description: string;
  readonly value: LiteralValue;
  readonly limits: ParameterLimits;
  /** Azure's own types take it for a secret: it has no default, and no deployment shows it. */
  readonly secure: boolean;
  /** Environment variable that holds it when it is deployed: its value is in no file. */
  readonly environment: string | null;
}

export type LiteralValue = string | number | readonly string[] | LiteralObject;

/** Texts by name: tags. */
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

/** Another resource group than the deployment's own; `subscription` is null where it is the deployment's. */
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
  /** Symbol of an existing resource, whose scope the child shares. */
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
  /** Name of the sku, of types that have one. */
  readonly sku?: string;
  readonly properties: TemplateValue;
  /** Symbols of resources and modules that come first. */
  readonly dependsOn: readonly string[];
}

/** A part of the template that is deployed into another resource group. */
export interface Module {
  readonly symbol: string;
  /** Bicep keeps it in a file of its own. */
  readonly fileName: string;
  readonly deploymentName: TemplateValue;
  readonly scope: ResourceGroupScope;
  /** Its parameters are handed on from those of the same name. */
  readonly template: DeploymentTemplate;
}

export interface TemplateOutput {
  readonly name: string;
  readonly description: string;
  /** Symbol of the resource whose id it is. */
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
      /** Check IDs that aren't reported of a field, by its name. */
      readonly ignored?: Readonly<Record<string, string>>;
    }
  /** An object of one field, whose name a parameter gives. */
  | { readonly is: 'keyed'; readonly key: ParameterReference; readonly value: TemplateValue }
  | { readonly is: 'parameter'; readonly name: string }
  /** Text with parameters inside. */
  | { readonly is: 'format'; readonly parts: readonly (string | ParameterReference)[] }
  /** Id of an existing or new resource. */
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
