import type { ResourceDeclaration } from '../template/template';
import { evaluateExpression } from './evaluate';
import type { EvaluatedResource } from './evaluated-resource';
import type { FunctionCallInput, Handle, Locals, EvaluatedName, ResourceView } from './evaluator';
import { tooComplex } from './errors';
import { copiesOf, type Turn } from './loops';
import { deployedIf, ResourceInstance, type InstanceAt } from './resource-instance';
import { unknownValue } from './make-value';
import type { Value } from './value';
import { reason, type Reason } from '../../core/reason';

/** Memory per resource, expressed in evaluation steps. */
const stepsOfResource = 40;

/** A declared resource: one, or one for each iteration of its loop. */
export class ResourceSet implements Handle {
  readonly is = 'handle';
  private all: readonly InstanceInLoop[] | undefined;
  private rest: Reason | null = null;

  constructor(
    readonly declaration: ResourceDeclaration,
    private readonly at: Omit<InstanceAt, 'nested' | 'index'>,
  ) {}

  /** Returns every resource, each followed by its nested resources. */
  evaluated(): readonly EvaluatedResource[] {
    return this.createdInstances().flatMap(({ instance, children }) => [
      instance.evaluated(),
      ...[...children.values()].flatMap((child) => child.evaluated()),
    ]);
  }

  /** Returns the resource instances, including nested ones. */
  instances(): readonly ResourceInstance[] {
    return this.createdInstances().flatMap(({ instance, children }) => [
      instance,
      ...[...children.values()].flatMap((child) => child.instances()),
    ]);
  }

  resource(): ResourceView | undefined {
    return this.single();
  }

  value(): Value {
    const single = this.single();
    if (single !== undefined) return single.value();
    const items = this.createdInstances().map(({ instance }) => instance.value());
    return { is: 'array', items, rest: this.rest, from: null };
  }

  member(name: string): EvaluatedName | undefined {
    return this.single()?.member(name);
  }

  item(index: Value): EvaluatedName | undefined {
    if (this.declaration.loop === null) return undefined;
    const createdInstances = this.createdInstances();
    // One resource represents all iterations over an unknown array.
    if (this.rest !== null && createdInstances.length === 1) return createdInstances[0]?.instance;
    return index.is === 'number'
      ? createdInstances.find((one) => one.index === index.value)?.instance
      : undefined;
  }

  nested(name: string): EvaluatedName | undefined {
    return this.single()?.nested(name);
  }

  call(call: FunctionCallInput): EvaluatedName | undefined {
    return this.single()?.call(call);
  }

  each(): readonly Handle[] | undefined {
    if (this.declaration.loop === null) return undefined;
    const all = this.createdInstances().map(({ instance }) => instance);
    const isSure = all.every((one) => {
      const createdInstances = one.isDeployed();
      return createdInstances.known && createdInstances.value;
    });
    return isSure && this.rest === null ? all : undefined;
  }

  private single(): ResourceInstance | undefined {
    return this.declaration.loop === null ? this.createdInstances()[0]?.instance : undefined;
  }

  private createdInstances(): readonly InstanceInLoop[] {
    return (this.all ??= this.turns().map((turn) => this.createInstance(turn)));
  }

  private turns(): readonly Turn[] {
    const { run } = this.at.scope.context;
    const turns = this.declared();
    if (run.affords(turns.length * stepsOfResource)) return turns;
    run.leaveOut(this.declaration.place);
    this.rest = tooComplex;
    return [];
  }

  private declared(): readonly Turn[] {
    const { loop } = this.declaration;
    if (loop === null) return [{ index: 0, scope: this.at.scope, whyUnknown: null }];
    const { turns, rest } = copiesOf(loop, this.at.scope, { evaluate: evaluateExpression });
    this.rest = rest;
    return turns;
  }

  private createInstance({ index, scope, whyUnknown }: Turn): InstanceInLoop {
    const children = new Map<string, ResourceSet>();
    const inside = { ...scope, locals: this.withChildren(scope.locals, children) };
    const instance = new ResourceInstance(this.declaration, {
      ...this.at,
      scope: inside,
      isDeployed: deployedIf(this.at.isDeployed, whyUnknown),
      index:
        this.declaration.loop === null || (whyUnknown !== null && whyUnknown === this.rest) ? null : index,
      nested: (name) => children.get(name),
    });
    for (const [at, declaration] of this.declaration.children.entries()) {
      const child = new ResourceSet(declaration, { ...this.at, scope: inside, parent: instance });
      children.set(declaration.symbol ?? String(at), child);
    }
    return { index, instance, children };
  }

  /** Adds nested resources to the names in scope. They are only created when something refers to them. */
  private withChildren(outer: Locals | null, children: ReadonlyMap<string, ResourceSet>): Locals | null {
    return this.declaration.children.reduce<Locals | null>((locals, { symbol: name }) => {
      if (name === null) return locals;
      return {
        name,
        outer: locals,
        get meaning() {
          return children.get(name) ?? unknownValue(reason('unknown.name', { name }));
        },
      };
    }, outer);
  }
}

interface InstanceInLoop {
  /** Index in the loop. Iterations that its filter excludes count. */
  readonly index: number;
  readonly instance: ResourceInstance;
  readonly children: ReadonlyMap<string, ResourceSet>;
}
