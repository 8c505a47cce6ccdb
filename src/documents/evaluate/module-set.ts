import type { Reason } from '../../core/reason';
import type { ModuleDeclaration } from '../template/template';
import { evaluateExpression } from './evaluate';
import type { EvaluatedResource } from './evaluated-resource';
import type { Handle, EvaluatedName } from './evaluator';
import { copiesOf, type Turn } from './loops';
import { numberValue, unknownValue } from './make-value';
import { ModuleInstance, type ModuleAt } from './module-instance';
import { deployedIf } from './resource-instance';
import type { Value } from './value';

/** A declared module: one deployment, or one for each iteration of its loop. */
export class ModuleSet implements Handle {
  readonly is = 'handle';
  /** By index in the loop. Iterations that its filter excludes count. */
  private all: ReadonlyMap<number, ModuleInstance> | undefined;
  private rest: Reason | null = null;

  constructor(
    readonly declaration: ModuleDeclaration,
    private readonly at: Omit<ModuleAt, 'index'>,
  ) {}

  evaluated(): readonly EvaluatedResource[] {
    return this.instances().flatMap((one) => one.evaluated());
  }

  instances(): readonly ModuleInstance[] {
    return [...this.byIndex().values()];
  }

  private byIndex(): ReadonlyMap<number, ModuleInstance> {
    return (this.all ??= new Map(this.turns().map((turn) => [turn.index, this.instanceOf(turn)])));
  }

  private instanceOf({ index, scope, whyUnknown }: Turn): ModuleInstance {
    // The single iteration that represents all of an unknown array.
    const isAny = whyUnknown !== null && whyUnknown === this.rest;
    const turn = isAny ? unknownValue(whyUnknown) : numberValue(index);
    return new ModuleInstance(this.declaration, {
      ...this.at,
      scope,
      index: this.declaration.loop === null ? null : turn,
      isDeployed: deployedIf(this.at.isDeployed, whyUnknown),
    });
  }

  value(): Value {
    const single = this.single();
    if (single !== undefined) return single.value();
    const items = this.instances().map((one) => one.value());
    return { is: 'array', items, rest: this.rest, from: null };
  }

  member(name: string): EvaluatedName | undefined {
    return this.single()?.member(name);
  }

  item(index: Value): EvaluatedName | undefined {
    if (this.declaration.loop === null) return undefined;
    const created = this.instances();
    if (this.rest !== null && created.length === 1) return created[0];
    return index.is === 'number' ? this.byIndex().get(index.value) : undefined;
  }

  private single(): ModuleInstance | undefined {
    return this.declaration.loop === null ? this.instances()[0] : undefined;
  }

  private turns(): readonly Turn[] {
    const { loop } = this.declaration;
    if (loop === null) return [{ index: 0, scope: this.at.scope, whyUnknown: null }];
    const { turns, rest } = copiesOf(loop, this.at.scope, { evaluate: evaluateExpression });
    this.rest = rest;
    return turns;
  }
}
