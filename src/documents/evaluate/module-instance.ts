import { known, type Known } from '../../core/known';
import type { Reason } from '../../core/reason';
import type { SourceRange } from '../source/source-range';
import type { OrderStep, TemplateOrder } from '../order/template-order';
import type { Expression } from '../template/expression';
import type { DeploymentScope, ModuleDeclaration, Template } from '../template/template';
import { EvaluationError, tooComplex } from './errors';
import { evaluateExpression, meaningOf } from './evaluate';
import type { EvaluatedResource } from './evaluated-resource';
import type {
  DeclaredHere,
  DeployedTemplate,
  Handle,
  EvaluatedName,
  EvaluationScope,
  UnreadModule,
} from './evaluator';
import { live } from './live-view';
import { valueMember, objectValue, textValue, unknownValue } from './make-value';
import { Memo } from './memo';
import { templateOf } from './module-source';
import { both, conditionValue } from './resource-instance';
import { resolveScope, unknownTarget } from './scopes/resolve-scope';
import { idBelow } from './scopes/resource-id';
import { idOfTarget, type Target } from './scopes/target';
import { callSymbol } from './symbols';
import { joinAsTexts } from './texts';
import type { ObjectValue, Value } from './value';

/** The context in which a module is evaluated. */
export interface ModuleAt {
  readonly scope: EvaluationScope;
  readonly target: Target;
  readonly isDeployed: Known<boolean>;
  readonly modules: readonly string[];
  /** The enclosing modules, and the dependencies in the template that declares the module. */
  readonly path: readonly OrderStep[];
  readonly order: TemplateOrder;
  /** The index of a loop's iteration, or null without a loop. */
  readonly index: Value | null;
}

/** Builds the expression `uniqueString('net', deployment().name)`. */
function uniqueNameOf(symbol: string, place: SourceRange): Expression {
  const deployment: Expression = { is: 'call', name: 'deployment', of: null, arguments: [], place };
  const name: Expression = { is: 'property', of: deployment, name: 'name', safe: false, place };
  const given: readonly Expression[] = [{ is: 'literal', value: symbol, place }, name];
  return { is: 'call', name: 'uniqueString', of: null, arguments: given, place };
}

/** One deployment of a module: a declaration, or one iteration of its loop. */
export class ModuleInstance implements Handle {
  readonly is = 'handle';
  readonly type = 'Microsoft.Resources/deployments';
  private readonly memo = new Memo<string>();
  private opened: DeployedTemplate | Reason | undefined;

  constructor(
    readonly declaration: ModuleDeclaration,
    private readonly at: ModuleAt,
  ) {}

  get index(): number | null {
    return this.at.index?.is === 'number' ? this.at.index.value : null;
  }

  id(): Value {
    const { run } = this.at.scope.context;
    return this.memo.get('id', () =>
      run.bounded(this.declaration.place, () =>
        idBelow(idOfTarget(this.deploymentTargetOf()), this.type, [this.name()]),
      ),
    );
  }

  name(): Value {
    const { name, symbol } = this.declaration;
    return this.memo.get('name', () =>
      name === null ? this.generatedName(symbol ?? '') : evaluateExpression(name, this.at.scope),
    );
  }

  /**
   * Returns the name that the compiler (0.49.2) generates: `net-` and characters derived from the deployment's name,
   * with a loop's index between them.
   */
  private generatedName(symbol: string): Value {
    const { index, scope } = this.at;
    const own = evaluateExpression(uniqueNameOf(symbol, this.declaration.namePlace), scope);
    if (index === null) return joinAsTexts([textValue(`${symbol.slice(0, 50)}-`), own]);
    return joinAsTexts([textValue(`${symbol.slice(0, 46)}-`), index, textValue('-'), own]);
  }

  evaluated(): readonly EvaluatedResource[] {
    const deployed = this.deployed();
    return 'key' in deployed ? [] : deployed.resources();
  }

  instances(): readonly DeclaredHere[] {
    const deployed = this.deployed();
    return 'key' in deployed ? [] : deployed.instances();
  }

  /** Returns the modules whose templates can't be read: this one, or nested ones. */
  unread(): readonly UnreadModule[] {
    const deployed = this.deployed();
    if (!('key' in deployed)) return deployed.unread();
    const { source, sourcePlace: place, parameters } = this.declaration;
    // The files that its parameters load show the module's purpose.
    if (parameters) evaluateExpression(parameters, this.at.scope);
    const name = writtenName(source);
    return [{ name, place, path: this.path(), because: deployed, isDeployed: this.isDeployed() }];
  }

  fullName(): Value {
    return this.name();
  }

  isDeployed(): Known<boolean> {
    const { condition } = this.declaration;
    const own: Known<boolean> =
      condition === null ? known(true) : conditionValue(evaluateExpression(condition, this.at.scope));
    return both(this.at.isDeployed, own);
  }

  /** Evaluates an expression in the scope of the declaration. */
  read(expression: Expression): Value {
    return evaluateExpression(expression, this.at.scope);
  }

  private path(): readonly OrderStep[] {
    return [...this.at.path, { order: this.at.order, declaration: this.declaration, index: this.index }];
  }

  value(): ObjectValue {
    const all = this.outputs();
    const outputs = new Map(
      [...all.members].map(([key, value]): [string, Value] => [key, objectValue({ value })]),
    );
    return {
      ...objectValue({
        id: this.id(),
        name: this.name(),
        properties: { ...objectValue({ outputs: { ...all, members: outputs } }), rest: live },
        outputs: all,
      }),
      rest: live,
    };
  }

  member(name: string): EvaluatedName | undefined {
    if (name === 'outputs') {
      return new OutputsHandle(
        (output) => this.output(output),
        () => this.outputs(),
      );
    }
    if (name === 'name') return this.name();
    return valueMember(this.value(), name);
  }

  private output(name: string): Value | undefined {
    const deployed = this.deployed();
    if (!('key' in deployed)) return deployed.output(name);
    return unknownValue(deployed, callSymbol('reference', [this.id(), textValue(name)]));
  }

  private outputs(): ObjectValue {
    const deployed = this.deployed();
    if ('key' in deployed) return { ...objectValue({}), rest: deployed };
    return objectValue(deployed.outputs());
  }

  private deployed(): DeployedTemplate | Reason {
    return (this.opened ??= this.open());
  }

  private open(): DeployedTemplate | Reason {
    const { context } = this.at.scope;
    try {
      context.run.spend(50);
      if (this.at.modules.length >= context.run.limits.modules) throw new EvaluationError(tooComplex);
      const template = templateOf(this.declaration, this.at.scope);
      return 'key' in template ? template : context.deploy(template, this.options(template));
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      if (error.because === tooComplex) context.run.leaveOut(this.declaration.sourcePlace);
      else if (error.isFault) context.run.fault(error.because, this.declaration.sourcePlace);
      return error.because;
    }
  }

  private options(template: Template) {
    const { source, symbol } = this.declaration;
    const isOuter = source.is === 'inline' && !source.inner;
    return {
      given: (name: string) => this.given(name),
      target: this.targetFor(template.scope),
      modules: [...this.at.modules, symbol ?? nameIn(this.name())],
      outer: isOuter ? this.at.scope : null,
      elsewhere: (id: Value) => this.at.scope.context.elsewhere(id),
      isDeployed: this.isDeployed(),
      path: this.path(),
    };
  }

  /** A deployment above resource groups has its own region. */
  private targetFor(kind: DeploymentScope): Target {
    const { body } = this.declaration;
    const target = { ...this.deploymentTargetOf(), kind, deploymentName: this.name() };
    const region =
      kind !== 'resourceGroup' && body?.is === 'object' ? memberNamed(body, 'location') : undefined;
    return region === undefined ? target : { ...target, location: evaluateExpression(region, this.at.scope) };
  }

  private deploymentTargetOf(): Target {
    const { scope } = this.declaration;
    if (scope === null) return this.at.target;
    const find = (id: Value) => this.at.scope.context.resource(id);
    const found = resolveScope(meaningOf(scope, this.at.scope), this.at.target, find);
    return found.is === 'target' ? found.target : unknownTarget(this.at.target, live);
  }

  /**
   * Returns the value of a parameter. If the parameters are a literal object, only this one is evaluated, so that the
   * dependencies of the others don't matter.
   */
  private given(name: string): Value | undefined {
    const { parameters } = this.declaration;
    if (parameters === null) return undefined;
    const expression = parameters.is === 'object' ? memberNamed(parameters, name) : undefined;
    if (expression !== undefined) return evaluateExpression(expression, this.at.scope);
    const isWritten = parameters.is === 'object' && parameters.members.every((one) => one.is === 'member');
    if (isWritten) return undefined;
    const allParameters = this.memo.get('parameters', () => evaluateExpression(parameters, this.at.scope));
    if (allParameters.is === 'unknown') return allParameters;
    if (allParameters.is !== 'object') return undefined;
    return (
      valueMember(allParameters, name) ??
      (allParameters.rest === null ? undefined : unknownValue(allParameters.rest))
    );
  }
}

/** Returns the text by which a declaration refers to its module. */
function writtenName(source: ModuleDeclaration['source']): string {
  switch (source.is) {
    case 'file':
      return source.path;
    case 'registry':
      return source.reference;
    case 'linked':
      return [source.relativePath, source.uri].flatMap(writtenText).at(0) ?? '';
    case 'template-spec':
      return writtenText(source.id).at(0) ?? '';
    case 'inline':
    case 'broken':
      return '';
  }
}

function writtenText(expression: Expression | null): readonly string[] {
  return expression?.is === 'literal' && typeof expression.value === 'string' ? [expression.value] : [];
}

function nameIn(value: Value): string {
  return value.is === 'text' ? value.value : '';
}

function memberNamed(
  { members }: Expression & { readonly is: 'object' },
  name: string,
): Expression | undefined {
  const lowerName = name.toLowerCase();
  const found = members.find(
    (one) =>
      one.is === 'member' && one.key.is === 'literal' && String(one.key.value).toLowerCase() === lowerName,
  );
  return found?.is === 'member' ? found.value : undefined;
}

/** `module.outputs`. Each output is evaluated on first use. */
class OutputsHandle implements Handle {
  readonly is = 'handle';

  constructor(
    private readonly one: (name: string) => Value | undefined,
    private readonly all: () => ObjectValue,
  ) {}

  value(): Value {
    return this.all();
  }

  member(name: string): Value | undefined {
    return this.one(name);
  }

  item(index: Value): Value | undefined {
    return index.is === 'text' ? this.one(index.value) : undefined;
  }
}
