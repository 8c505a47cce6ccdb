import type { ReasonValues } from '../../core/reason';
import type { SourceRange } from '../source/source-range';
import type { Expression, Loop } from './expression';

export type DeploymentScope = 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';

/** The places of every declaration. */
interface Declared {
  /** The whole declaration, including decorators. */
  readonly place: SourceRange;
  /** The name, for diagnostics, or the whole declaration if there is no name. */
  readonly namePlace: SourceRange;
}

export interface ParameterDeclaration extends Declared {
  readonly name: string;
  /** The type as text: `string`, `object`, `string[]`, or the name of a user-defined type. */
  readonly type: string;
  readonly nullable: boolean;
  /** Null if a value is required. */
  readonly defaultValue: Expression | null;
}

export interface Variable extends Declared {
  readonly name: string;
  readonly value: Expression;
  readonly isExported: boolean;
}

export interface UserFunction extends Declared {
  /** In ARM JSON: `namespace.name`. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Expression;
  readonly isExported: boolean;
}

export interface ResourceDeclaration extends Declared {
  /** Symbolic name, or null in templates without symbolic names. */
  readonly symbol: string | null;
  /** As written, such as `Microsoft.Network/virtualNetworks`. For a nested resource, also the full type. */
  readonly type: string;
  readonly apiVersion: Expression | null;
  readonly typePlace: SourceRange;
  readonly isExisting: boolean;
  readonly condition: Expression | null;
  readonly loop: Loop | null;
  /**
   * The body with all members as written: `name`, `location`, `properties`, `parent`, `scope`, `dependsOn`, `tags`, and
   * others.
   */
  readonly body: Expression;
  /** Nested resources, in the body or in `resources`. */
  readonly children: readonly ResourceDeclaration[];
}

export type ModuleSource =
  | { readonly is: 'file'; readonly path: string }
  /** `br:…`, `br/public:…`, `ts:…`: only from a cache. */
  | { readonly is: 'registry'; readonly reference: string }
  /** A nested deployment. `inner` is true if its expressions use its own parameters and variables. */
  | { readonly is: 'inline'; readonly template: Template; readonly inner: boolean }
  /** A linked template with a computed address. */
  | { readonly is: 'linked'; readonly uri: Expression | null; readonly relativePath: Expression | null }
  /** The ID of a template spec. */
  | { readonly is: 'template-spec'; readonly id: Expression }
  | { readonly is: 'broken' };

export interface ModuleDeclaration extends Declared {
  readonly symbol: string | null;
  readonly source: ModuleSource;
  readonly sourcePlace: SourceRange;
  readonly name: Expression | null;
  readonly scope: Expression | null;
  readonly condition: Expression | null;
  readonly loop: Loop | null;
  /** An object of parameter values, or null if there are none. */
  readonly parameters: Expression | null;
  /**
   * The deployment's own body as written (ARM JSON: `Microsoft.Resources/deployments`), or null if it's a Bicep module.
   */
  readonly body: Expression | null;
  /** Its explicit dependencies as written, or null if there are none. */
  readonly dependsOn: Expression | null;
  /** The object literal that declares it, or null if it can't be parsed. */
  readonly bodyPlace: SourceRange | null;
}

/** A declaration that a template deploys. */
export type Deployable = ResourceDeclaration | ModuleDeclaration;

export interface OutputDeclaration extends Declared {
  readonly name: string;
  readonly value: Expression;
  readonly condition: Expression | null;
  /** In ARM JSON: `copy`. */
  readonly loop: Loop | null;
}

/** `import {a as b} from 'file'`, `import * as c from 'file'`. */
export interface Import extends Declared {
  readonly path: string;
  /** Null if everything is imported as `as`. */
  readonly names: readonly { readonly name: string; readonly as: string }[] | null;
  readonly as: string | null;
}

/** A comment for this extension, such as a directive or a suppression. */
export interface DirectiveComment {
  /** The text after `aml-secure-compute` and its colon. */
  readonly text: string;
  readonly place: SourceRange;
}

/**
 * A Bicep file or an ARM template as written: declarations with places, without evaluation. For Terraform, it only
 * contains syntax errors and the comments for this extension.
 */
export interface Template {
  readonly file: string;
  readonly language: 'bicep' | 'arm' | 'terraform';
  readonly scope: DeploymentScope;
  readonly parameters: readonly ParameterDeclaration[];
  readonly variables: readonly Variable[];
  readonly functions: readonly UserFunction[];
  readonly resources: readonly ResourceDeclaration[];
  readonly modules: readonly ModuleDeclaration[];
  readonly outputs: readonly OutputDeclaration[];
  readonly imports: readonly Import[];
  readonly directives: readonly DirectiveComment[];
  /** Syntax errors. The rest of the template is still available. */
  readonly errors: readonly SyntaxFault[];
}

export interface SyntaxFault {
  /** Message key of the command line's and the editor's texts. */
  readonly key: string;
  readonly values: ReasonValues;
  readonly place: SourceRange;
}

/** Returns a resource and the resources that are nested in it. */
export function withChildren(resource: ResourceDeclaration): readonly ResourceDeclaration[] {
  return [resource, ...resource.children.flatMap(withChildren)];
}
