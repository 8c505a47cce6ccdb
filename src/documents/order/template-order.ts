import { getOrCreate } from '../../core/get-or-create';
import type { Expression } from '../template/expression';
import type { Deployable, Template } from '../template/template';
import type { Dependencies, Dependency, Deployed, Instance } from './dependency';
import { NamedInBicep, type DeployableName } from './named-in-bicep';
import { WrittenInJson } from './written-in-json';

/** Whether one declaration waits for another. `unknown` if that depends on something that isn't known. */
export type Waits = 'yes' | 'no' | 'unknown';

/**
 * The deployment order of one template, as in Azure: declarations that don't depend on each other are deployed in
 * parallel.
 */
export class TemplateOrder {
  private readonly found = new Map<Deployable, Map<number | null, Dependencies>>();
  private instances: ReadonlyMap<Deployable, readonly Instance[]> | undefined;
  private bicep: NamedInBicep | undefined;
  private json: WrittenInJson | undefined;

  constructor(
    readonly template: Template,
    private readonly all: () => readonly Instance[],
  ) {}

  /** Returns the direct dependencies of a declaration, for all iterations of its loop or (`index`) one of them. */
  dependenciesOf(declaration: Deployable, index: number | null = null): Dependencies {
    const turns = getOrCreate(this.found, declaration, () => new Map<number | null, Dependencies>());
    return getOrCreate(turns, index, () => this.collected({ declaration, index }));
  }

  /** Whether a declaration waits for another one of the same template, directly or indirectly. */
  waits(from: Deployed, on: Deployed): Waits {
    const certain = this.behind(from, (one) => one.isCertain && this.isCertainlyDeployed(one));
    if (certain.all.some((one) => isFor(one, on) === 'yes')) return 'yes';
    const perhaps = this.behind(from, () => true);
    return perhaps.mayBeMore || perhaps.all.some((one) => isFor(one, on) !== 'no') ? 'unknown' : 'no';
  }

  /** Returns all direct and indirect dependencies. Only those for which `leadsOn` returns true are followed. */
  private behind(from: Deployed, leadsOn: (dependency: Dependency) => boolean): Dependencies {
    const all: Dependency[] = [];
    let mayBeMore = false;
    const seen = new Map<Deployable, Set<number | null>>();
    const left = [from];
    for (let at = left.pop(); at; at = left.pop()) {
      const { declaration, index } = at;
      const turns = getOrCreate(seen, declaration, () => new Set());
      if (turns.has(index)) continue;
      turns.add(index);
      const found = this.dependenciesOf(declaration, index);
      all.push(...found.all);
      mayBeMore ||= found.mayBeMore;
      left.push(...found.all.filter(leadsOn).map((one) => ({ declaration: one.on, index: one.item })));
    }
    return { all, mayBeMore };
  }

  /**
   * Whether a dependency is certainly deployed. "When a conditional resource isn't deployed, Azure Resource Manager
   * automatically removes it from the required dependencies" ("Define the order for deploying resources in ARM
   * templates", read 2026-11-29). So there are no indirect dependencies through it.
   */
  private isCertainlyDeployed({ on, item }: Dependency): boolean {
    if ('isExisting' in on && on.isExisting) return true;
    return this.turnsOf({ declaration: on, index: item }).some(isCertainlyCreated);
  }

  private turnsOf({ declaration, index }: Deployed): readonly Instance[] {
    return this.instancesOf(declaration).filter((one) => index === null || one.index === index);
  }

  /**
   * Returns one dependency for each iteration that refers to an item. The item's index is evaluated in that iteration.
   */
  private itemsNamed(
    from: Deployed,
    { on, item, isCertain }: DeployableName & { readonly item: Expression },
  ): readonly Dependency[] {
    const turns = this.turnsOf(from);
    const found = turns.map((turn): Dependency => {
      const number = turn.read(item);
      if (number.is !== 'number') return { on, item: null, isCertain: false };
      // A loop as a whole only waits for what one iteration waits for if that iteration is deployed.
      return {
        on,
        item: number.value,
        isCertain: isCertain && (from.index !== null || isCertainlyCreated(turn)),
      };
    });
    return turns.length === 0 ? [{ on, item: null, isCertain: false }] : found;
  }

  instancesOf(declaration: Deployable): readonly Instance[] {
    this.instances ??= byDeclaration(this.all());
    return this.instances.get(declaration) ?? [];
  }

  private collected(from: Deployed): Dependencies {
    if (this.template.language === 'bicep') {
      this.bicep ??= new NamedInBicep(this.template);
      const all = this.bicep
        .by(from.declaration)
        .flatMap(({ on, item, isCertain }): readonly Dependency[] =>
          item === null ? [{ on, item, isCertain }] : this.itemsNamed(from, { on, item, isCertain }),
        );
      return { all, mayBeMore: this.bicep.isPartial };
    }
    this.json ??= new WrittenInJson(this.all());
    const { json } = this;
    const each = this.turnsOf(from).map((one) => json.by(one));
    return { all: each.flatMap(({ all }) => all), mayBeMore: each.some(({ mayBeMore }) => mayBeMore) };
  }
}

/** Returns whether a dependency is on this declaration or iteration. */
function isFor({ on, item, isCertain }: Dependency, { declaration, index }: Deployed): Waits {
  if (on !== declaration || (item !== null && index !== null && item !== index)) return 'no';
  return isCertain && (item === null || index !== null) ? 'yes' : 'unknown';
}

function isCertainlyCreated(one: Instance): boolean {
  const isDeployed = one.isDeployed();
  return isDeployed.known && isDeployed.value;
}

function byDeclaration(all: readonly Instance[]): ReadonlyMap<Deployable, readonly Instance[]> {
  const grouped = new Map<Deployable, Instance[]>();
  for (const one of all) {
    const others = grouped.get(one.declaration);
    if (others) others.push(one);
    else grouped.set(one.declaration, [one]);
  }
  return grouped;
}

/** One step on the path to a deployed resource: a template, and the declaration in it that leads there. */
export interface OrderStep extends Deployed {
  readonly order: TemplateOrder;
}

/** The last common template of two paths, which decides the order, and the declarations that lead on from there. */
export interface Divergence {
  readonly order: TemplateOrder;
  readonly from: Deployed;
  readonly on: Deployed;
}

/** Finds where two paths diverge. Undefined if they lead to the same resource, or if one contains the other. */
export function divergenceOf(from: readonly OrderStep[], on: readonly OrderStep[]): Divergence | undefined {
  for (const [at, step] of from.entries()) {
    const other = on[at];
    if (!other || other.order !== step.order) return undefined;
    if (other.declaration !== step.declaration) {
      return { order: step.order, from: step, on: other };
    }
  }
  return undefined;
}
