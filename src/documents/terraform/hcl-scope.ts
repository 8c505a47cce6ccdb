import type { Reason } from '../../core/reason';
import type { EvaluationBudget } from '../evaluate/budget';
import type { Value } from '../evaluate/value';
import type { HclAttribute, HclBlock, HclFile } from '../hcl/hcl-syntax';
import type { SourceFiles } from '../source/source-files';

/** Resolves the names in a module's expressions. */
export interface TerraformNames {
  readonly run: TerraformRun;
  /** `var.name`. Throws `EvaluationError` where there is none; so do the others. */
  variable(name: string): Value;
  /** `local.name` */
  local(name: string): Value;
  /** `type.name`, `data.type.name` */
  resource(key: string): Value;
  /** `module.name` */
  moduleCall(name: string): Value;
  /** The path of the module's folder from the root's. */
  readonly path: string;
}

/** Names that hold inside of a loop, a repeated block, or a template, the innermost first. */
interface HclLocals {
  readonly name: string;
  readonly value: Value;
  readonly outer: HclLocals | null;
}

/** The scope in which an expression is evaluated. */
export interface HclScope {
  readonly names: TerraformNames;
  readonly locals: HclLocals | null;
}

/** The declarations in the files of one folder. */
export interface ModuleDeclarations {
  readonly folder: string;
  readonly files: readonly HclFile[];
  readonly variables: ReadonlyMap<string, HclBlock>;
  readonly outputs: ReadonlyMap<string, HclBlock>;
  readonly modules: ReadonlyMap<string, HclBlock>;
  /** By `type.name`, of data sources `data.type.name`. */
  readonly resources: ReadonlyMap<string, HclBlock>;
  readonly locals: ReadonlyMap<string, HclAttribute>;
  /** All others: `provider`, `terraform`. */
  readonly others: readonly HclBlock[];
}

/** The state that all modules of one folder share. */
export interface TerraformRun {
  readonly budget: EvaluationBudget;
  readonly files: SourceFiles;
  /** The root's folder; empty for the one that names begin in. */
  readonly folder: string;
  readonly workspace: string;
  /** The syntax of a file, parsed once however many modules are its folder. */
  syntax(file: string, parse: () => HclFile): HclFile;
  /** What a folder declares, read once. */
  module(folder: string, read: () => ModuleDeclarations | Reason): ModuleDeclarations | Reason;
}

/** The scope with one more name. */
export function withLocal(scope: HclScope, name: string, value: Value): HclScope {
  return { names: scope.names, locals: { name, value, outer: scope.locals } };
}

/** The value of a local name; undefined if there is none. */
export function localValue({ locals }: HclScope, name: string): Value | undefined {
  for (let at = locals; at !== null; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}

/** The path of a file in a folder. */
export function pathInFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
