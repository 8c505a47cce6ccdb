import type { ReasonValues } from '../../core/reason';
import type { SourceRange } from '../source/source-range';
import type { Expression, Loop } from './expression';

export type DeploymentScope = 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';

/** What every declaration has. */
interface Declared {
  /** The whole declaration, decorators included. */
  readonly place: SourceRange;
  /** The name alone, for pointing at it; the whole where there is none. */
  readonly namePlace: SourceRange;
}

export interface Decorator {
  /** `allowed`, `secure`, `export`; without `sys.`. */
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly place: SourceRange;
}

export interface ParameterDeclaration extends Declared {
  readonly name: string;
  /** The type as text: `string`, `object`, `string[]`, a name of a type of one's own. */
  readonly type: string;
  readonly nullable: boolean;
  readonly isSecure: boolean;
  /** Null where a value must be given. */
  readonly defaultValue: Expression | null;
}

export interface Variable extends Declared {
  readonly name: string;
  readonly value: Expression;
  readonly isExported: boolean;
}

export interface UserFunction extends Declared {
  /** Of ARM JSON: `namespace.name`. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Expression;
  readonly isExported: boolean;
}

export interface ResourceDeclaration extends Declared {
  /** Symbolic name; null in templates without them. */
  readonly symbol: string | null;
  /** As written, `Microsoft.Network/virtualNetworks`; of a child inside its parent the whole type as well. */
  readonly type: string;
  readonly apiVersion: Expression | null;
  readonly typePlace: SourceRange;
  readonly isExisting: boolean;
  readonly condition: Expression | null;
  readonly loop: Loop | null;
  /** The body: `name`, `location`, `properties`, `parent`, `scope`, `dependsOn`, `tags` and all the rest, as written. */
  readonly body: Expression;
  /** Resources declared inside, in the body or in `resources`. */
  readonly children: readonly ResourceDeclaration[];
}

export type ModuleSource =
  | { readonly is: 'file'; readonly path: string }
  /** `br:…`, `br/public:…`, `ts:…`: only from a cache. */
  | { readonly is: 'registry'; readonly reference: string }
  /** A nested deployment; `inner` says whose parameters and variables its expressions mean. */
  | { readonly is: 'inline'; readonly template: Template; readonly inner: boolean }
  /** A linked template whose address is computed. */
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
  /** An object of parameter values; null where none is given. */
  readonly parameters: Expression | null;
  /**
   * The deployment's own body, as written (ARM JSON: `Microsoft.Resources/deployments`); null where Bicep writes it.
   */
  readonly body: Expression | null;
  /** What it is told to wait for, as written; null where nothing is. */
  readonly dependsOn: Expression | null;
  /** The object literal that declares it; null where it can't be read. */
  readonly bodyPlace: SourceRange | null;
}

/** What a template deploys. */
export type Deployable = ResourceDeclaration | ModuleDeclaration;

export interface OutputDeclaration extends Declared {
  readonly name: string;
  readonly value: Expression;
  readonly condition: Expression | null;
  /** Of ARM JSON: `copy`. */
  readonly loop: Loop | null;
}

/** `import {a as b} from 'file'`, `import * as c from 'file'`. */
export interface Import extends Declared {
  readonly path: string;
  /** Null where all is imported under `as`. */
  readonly names: readonly { readonly name: string; readonly as: string }[] | null;
  readonly as: string | null;
}

/** A comment that says something to this extension, such as a directive or a suppression. */
export interface DirectiveComment {
  /** What follows `aml-secure-compute` and its colon. */
  readonly text: string;
  readonly place: SourceRange;
}

/**
 * A Bicep file or an ARM template, as it was written: declarations with places, nothing evaluated. Of Terraform only what
 * can't be read and what comments say.
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
  /** Where the text could not be read; the rest stands nevertheless. */
  readonly errors: readonly SyntaxFault[];
}

export interface SyntaxFault {
  /** Message key of the terminal's and editor's words. */
  readonly key: string;
  readonly values: ReasonValues;
  readonly place: SourceRange;
}
