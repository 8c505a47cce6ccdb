import type { Known } from '../../core/known';
import type { Reason } from '../../core/reason';
import type { OrderStep } from '../order/template-order';
import type { SourceRange } from '../source/source-range';
import type { Expression } from '../template/expression';
import type { Template, UserFunction } from '../template/template';
import type { EvaluatedResource } from './evaluated-resource';
import type { Run } from './run';
import type { Target } from './scopes/target';
import type { Value } from './value';

/**
 * The meaning of a name that is more than a value: a resource, a module, or an import. It resolves its own members, and
 * has a value if one is needed.
 */
export interface Handle {
  readonly is: 'handle';
  value(): Value;
  /** Resolves `of.name`, or returns undefined if there is no such member. */
  member(name: string): EvaluatedName | undefined;
  /** Resolves `of[index]`. */
  item?(index: Value): EvaluatedName | undefined;
  /** Resolves `of::name`. */
  nested?(name: string): EvaluatedName | undefined;
  /** Returns the resource that this is, or undefined if it is several. */
  resource?(): ResourceView | undefined;
  /** Calls `of.name(…)`, or returns undefined if there is no such function. */
  call?(call: FunctionCallInput): EvaluatedName | undefined;
  /**
   * Returns every resource that a loop certainly creates. Undefined for a single resource, or if the set isn't known.
   */
  each?(): readonly Handle[] | undefined;
}

export type EvaluatedName = Value | Handle;

/** The parts of a resource that its children and its extension resources need. */
export interface ResourceView {
  readonly type: string;
  id(): Value;
  /** The part of the ID before `/providers/`, which is the same in the IDs of its children. */
  base(): Value;
  /** All segments: `vnet/subnet`. */
  fullName(): Value;
}

/** Names in scope inside a loop, a lambda, a function, or a resource, innermost first. */
export interface Locals {
  readonly name: string;
  readonly meaning: EvaluatedName;
  readonly outer: Locals | null;
}

/** The scope that resolves the names in an expression. */
export interface EvaluationScope {
  readonly context: Context;
  readonly locals: Locals | null;
}

/** The template that contains an expression, as the expression accesses it. */
export interface Context {
  readonly run: Run;
  readonly template: Template;
  readonly target: Target;
  /** Resolves a name in Bicep, or returns undefined if it isn't declared. */
  lookup(name: string): EvaluatedName | undefined;
  parameter(name: string): Value | undefined;
  variable(name: string): Value | undefined;
  userFunction(name: string): DeclaredFunction | undefined;
  /** Finds the resource or module with this symbolic name or ID, for `reference`. */
  resource(nameOrId: Value): Handle | undefined;
  /** Finds a resource by ID that any template of the whole deployment creates. */
  elsewhere(id: Value): Handle | undefined;
  /** Opens a template that this one deploys. */
  deploy(template: Template, options: DeployOptions): DeployedTemplate;
}

/** A user-defined function, and the template that declares it. */
export interface DeclaredFunction {
  readonly declared: UserFunction;
  readonly context: Context;
}

/** The inputs and the target of a template's deployment. */
export interface DeployOptions {
  /** Returns the value that is passed for a parameter, or undefined if there is none. */
  readonly given: (name: string) => Value | undefined;
  readonly target: Target;
  /** Symbolic names of the enclosing modules, outermost first. */
  readonly modules: readonly string[];
  /** The enclosing modules, with the dependencies in the templates that declare them. */
  readonly path: readonly OrderStep[];
  /** The scope for names in expressions if it isn't the template's own: set for a nested template with outer scope. */
  readonly outer: EvaluationScope | null;
  /** Finds a resource by ID that any template of the whole deployment creates. */
  readonly elsewhere: (id: Value) => Handle | undefined;
  /** Whether all enclosing modules are deployed. */
  readonly isDeployed: Known<boolean>;
}

/** A module whose template can't be read. Its resources aren't known. */
export interface UnreadModule {
  /** As written: a path, an address, or a reference to a registry or a template spec. */
  readonly name: string;
  readonly place: SourceRange;
  /** The path from the root to this module, which comes last. */
  readonly path: readonly OrderStep[];
  readonly because: Reason;
  readonly isDeployed: Known<boolean>;
}

/** A resource as code sees it that only knows its ID. */
export type DeclaredHere = Handle & ResourceView & { readonly isExisting: boolean };

/** A deployed template. */
export interface DeployedTemplate extends Context {
  output(name: string): Value | undefined;
  outputs(): ReadonlyMap<string, Value>;
  resources(): readonly EvaluatedResource[];
  /** Returns the modules whose templates can't be read, including those of nested deployments. */
  unread(): readonly UnreadModule[];
  /** Returns the resources of the template and of its nested deployments. */
  instances(): readonly DeclaredHere[];
}

/** A function call, before any part of it is evaluated. */
export interface FunctionCallInput {
  /** In lowercase. */
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly scope: EvaluationScope;
  readonly place: SourceRange;
  readonly evaluate: (expression: Expression, scope: EvaluationScope) => Value;
  readonly meaningOf: (expression: Expression, scope: EvaluationScope) => EvaluatedName;
}

/** Adds a name to `locals`. */
export function bind(locals: Locals | null, name: string, meaning: EvaluatedName): Locals {
  return { name, meaning, outer: locals };
}

/** Resolves a local name, or returns undefined if there is none. */
export function localNamed(locals: Locals | null, name: string): EvaluatedName | undefined {
  for (let at = locals; at !== null; at = at.outer) if (at.name === name) return at.meaning;
  return undefined;
}
