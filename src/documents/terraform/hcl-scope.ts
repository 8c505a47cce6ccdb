import type { Reason } from '../../core/reason';
import type { EvaluationBudget } from '../evaluate/budget';
import type { Value } from '../evaluate/value';
import type { HclAttribute, HclBlock, HclFile } from '../hcl/hcl-syntax';
import type { SourceFiles } from '../source/source-files';

/** Resolves the names in a module's expressions. */
export interface TerraformNames {
  readonly run: TerraformRun;
  /**
   * Resolves `var.name`.
   * @throws `EvaluationError` if there is none, like the other methods
   */
  variable(name: string): Value;
  /** Resolves `local.name`. */
  local(name: string): Value;
  /** Resolves `type.name` and `data.type.name`. */
  resource(key: string): Value;
  /** Resolves `module.name`. */
  moduleCall(name: string): Value;
  /** The path of the module's folder, relative to the root's folder. */
  readonly path: string;
}

/** Names in scope inside a loop, a repeated block, or a template, innermost first. */
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
  /** By `type.name`, or `data.type.name` for data sources. */
  readonly resources: ReadonlyMap<string, HclBlock>;
  readonly locals: ReadonlyMap<string, HclAttribute>;
  /** All other blocks: `provider`, `terraform`. */
  readonly others: readonly HclBlock[];
}

/** Parses a file in HCL or its JSON form. */
type HclParser = (text: string, file: string) => HclFile;

/** State that all modules of one root module share. */
export interface TerraformRun {
  readonly budget: EvaluationBudget;
  readonly files: SourceFiles;
  /** The root's folder. Empty if it's the base of all names. */
  readonly folder: string;
  readonly workspace: string;
  /** Returns the syntax of a file, parsed once even if several modules use its folder. */
  syntax(file: string, text: string, parse: HclParser): HclFile;
  /** Returns the declarations in a folder, which is read once. */
  module(folder: string, read: () => ModuleDeclarations | Reason): ModuleDeclarations | Reason;
}

/** Adds a name to a scope. */
export function withLocal(scope: HclScope, name: string, value: Value): HclScope {
  return { names: scope.names, locals: { name, value, outer: scope.locals } };
}

/** Resolves a local name, or returns undefined if there is none. */
export function localValue({ locals }: HclScope, name: string): Value | undefined {
  for (let at = locals; at !== null; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}

/** Returns the path of a file in a folder. */
export function pathInFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
