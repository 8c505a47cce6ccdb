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
 * Something a name may mean that is more than a value: a resource, a module, an import. It answers for its parts, and has a
 * value of its own where one is asked for.
 */
export interface Handle {
  readonly is: 'handle';
  value(): Value;
  /** `of.name`; undefined where it has no such part. */
  member(name: string): EvaluatedName | undefined;
  /** `of[index]`. */
  item(index: Value): EvaluatedName | undefined;
  /** `of::name`. */
  nested(name: string): EvaluatedName | undefined;
  /** The resource that it is; undefined where it is none, or several. */
  resource(): ResourceView | undefined;
  /** `of.name(…)`; undefined where it has no such function. */
  call(call: FunctionCallInput): EvaluatedName | undefined;
  /** Each of those that a loop certainly makes; undefined where it is one, or where that is not known. */
  each?(): readonly Handle[] | undefined;
}

export type EvaluatedName = Value | Handle;

/** What is asked of a resource by those that stand below it or extend it. */
export interface ResourceView {
  readonly type: string;
  id(): Value;
  /** What its id has before `/providers/`, and what a child's id has there too. */
  base(): Value;
  /** All parts: `vnet/subnet`. */
  fullName(): Value;
}

/** Names that hold inside a loop, a lambda, a function or a resource, the innermost first. */
export interface Locals {
  readonly name: string;
  readonly meaning: EvaluatedName;
  readonly outer: Locals | null;
}

/** Where an expression is evaluated: whose names it means. */
export interface EvaluationScope {
  readonly context: Context;
  readonly locals: Locals | null;
}

/** What expressions ask of the template that they stand in. */
export interface Context {
  readonly run: Run;
  readonly template: Template;
  readonly target: Target;
  /** What a name of Bicep means; undefined where it means nothing. */
  lookup(name: string): EvaluatedName | undefined;
  parameter(name: string): Value | undefined;
  variable(name: string): Value | undefined;
  userFunction(name: string): DeclaredFunction | undefined;
  /** The resource or module with the symbolic name, or whose id is the text; for `reference`. */
  resource(nameOrId: Value): Handle | undefined;
  /** A resource that any template of the whole deployment makes, by its id. */
  elsewhere(id: Value): Handle | undefined;
  /** Opens a template that is deployed by this one. */
  deploy(template: Template, options: DeployOptions): DeployedTemplate;
}

/** A function of one's own, and the template that declares it. */
export interface DeclaredFunction {
  readonly declared: UserFunction;
  readonly context: Context;
}

/** With what, and where to, a template is deployed. */
export interface DeployOptions {
  /** The value that is given for a parameter; undefined where none is. */
  readonly given: (name: string) => Value | undefined;
  readonly target: Target;
  /** Symbolic names of the modules on the way, the outermost first. */
  readonly modules: readonly string[];
  /** The modules on the way, with what waits for what in the templates that declare them. */
  readonly path: readonly OrderStep[];
  /** Whose names its expressions mean, where not its own: those of a nested template with outer scope. */
  readonly outer: EvaluationScope | null;
  /** A resource that any template of the whole deployment makes, by its id. */
  readonly elsewhere: (id: Value) => Handle | undefined;
  /** Whether all modules on the way are deployed. */
  readonly isDeployed: Known<boolean>;
}

/** A module whose template can't be read. What it deploys is not known. */
export interface UnreadModule {
  /** As it's written: a path, an address, or a reference to a registry or a template spec. */
  readonly name: string;
  readonly place: SourceRange;
  /** What leads to it, the module itself last. */
  readonly path: readonly OrderStep[];
  readonly because: Reason;
  readonly isDeployed: Known<boolean>;
}

/** A resource as those see it who know only its id. */
export type DeclaredHere = Handle & ResourceView & { readonly isExisting: boolean };

/** A template that is deployed. */
export interface DeployedTemplate extends Context {
  output(name: string): Value | undefined;
  outputs(): ReadonlyMap<string, Value>;
  resources(): readonly EvaluatedResource[];
  /** Modules whose templates can't be read, those of what it deploys among them. */
  unread(): readonly UnreadModule[];
  /** Its resources and those of what it deploys. */
  instances(): readonly DeclaredHere[];
}

/** A call of a function, before anything of it is evaluated. */
export interface FunctionCallInput {
  /** Lower case. */
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly scope: EvaluationScope;
  readonly place: SourceRange;
  readonly evaluate: (expression: Expression, scope: EvaluationScope) => Value;
  readonly meaningOf: (expression: Expression, scope: EvaluationScope) => EvaluatedName;
}

/** The names `locals` with one more. */
export function bind(locals: Locals | null, name: string, meaning: EvaluatedName): Locals {
  return { name, meaning, outer: locals };
}

/** What a local name means; undefined where there is none. */
export function localNamed(locals: Locals | null, name: string): EvaluatedName | undefined {
  for (let at = locals; at !== null; at = at.outer) if (at.name === name) return at.meaning;
  return undefined;
}
