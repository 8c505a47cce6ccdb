import type { Expression } from '../template/expression';
import type { Deployable, Template } from '../template/template';
import type { Dependencies, Dependency, Deployed, Instance } from './dependency';
import { NamedInBicep, type DeployableName } from './named-in-bicep';
import { WrittenInJson } from './written-in-json';

/** Whether one thing waits for another: `unknown` where that hangs on something that can't be told. */
export type Waits = 'yes' | 'no' | 'unknown';

/** What waits for what in one template, as Azure deploys it: what doesn't wait is deployed at the same time. */
export class TemplateOrder {
  private readonly found = new Map<Deployable, Map<number | null, Dependencies>>();
  private instances: ReadonlyMap<Deployable, readonly Instance[]> | undefined;
  private bicep: NamedInBicep | undefined;
  private json: WrittenInJson | undefined;

  constructor(
    readonly template: Template,
    private readonly all: () => readonly Instance[],
  ) {}

  /** What a declaration waits for by itself, with all turns of its loop or (`index`) one of them. */
  dependenciesOf(declaration: Deployable, index: number | null = null): Dependencies {
    const turns = this.found.get(declaration) ?? new Map<number | null, Dependencies>();
    this.found.set(declaration, turns);
    const known = turns.get(index) ?? this.collected({ declaration, index });
    turns.set(index, known);
    return known;
  }

  /** Whether a declaration waits for another one of the same template, by itself or through others. */
  waits(from: Deployed, on: Deployed): Waits {
    const certain = this.behind(from, (one) => one.isCertain && this.isCertainlyMade(one));
    if (certain.all.some((one) => isFor(one, on) === 'yes')) return 'yes';
    const perhaps = this.behind(from, () => true);
    return perhaps.mayBeMore || perhaps.all.some((one) => isFor(one, on) !== 'no') ? 'unknown' : 'no';
  }

  /** Everything that is waited for, through those that lead on. */
  private behind(from: Deployed, leadsOn: (dependency: Dependency) => boolean): Dependencies {
    const all: Dependency[] = [];
    let mayBeMore = false;
    const seen = new Map<Deployable, Set<number | null>>();
    const left = [from];
    for (let at = left.pop(); at; at = left.pop()) {
      const { declaration, index } = at;
      const turns = seen.get(declaration) ?? new Set();
      seen.set(declaration, turns);
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
   * "When a conditional resource isn't deployed, Azure Resource Manager automatically removes it from the required
   * dependencies" ("Define the order for deploying resources in ARM templates", read 2026-11-29): nothing waits through it.
   */
  private isCertainlyMade({ on, item }: Dependency): boolean {
    if ('isExisting' in on && on.isExisting) return true;
    return this.turnsOf({ declaration: on, index: item }).some(isMade);
  }

  private turnsOf({ declaration, index }: Deployed): readonly Instance[] {
    return this.instancesOf(declaration).filter((one) => index === null || one.index === index);
  }

  /** One item for each turn that names it: its number is read there. */
  private itemsNamed(
    from: Deployed,
    { on, item, isCertain }: DeployableName & { readonly item: Expression },
  ): readonly Dependency[] {
    const turns = this.turnsOf(from);
    const found = turns.map((turn): Dependency => {
      const number = turn.read(item);
      if (number.is !== 'number') return { on, item: null, isCertain: false };
      // All of a loop wait for what one of them waits for only where that one is made.
      return { on, item: number.value, isCertain: isCertain && (from.index !== null || isMade(turn)) };
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

/** Whether a dependency is one on this. */
function isFor({ on, item, isCertain }: Dependency, { declaration, index }: Deployed): Waits {
  if (on !== declaration || (item !== null && index !== null && item !== index)) return 'no';
  return isCertain && (item === null || index !== null) ? 'yes' : 'unknown';
}

function isMade(one: Instance): boolean {
  const made = one.isDeployed();
  return made.known && made.value;
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

/** One step on the way to something that is deployed: a template, and what of it leads on. */
export interface OrderStep extends Deployed {
  readonly order: TemplateOrder;
}

/** Where two ways part: what is waited for is decided by the template that both lead through last. */
export interface Parting {
  readonly order: TemplateOrder;
  readonly from: Deployed;
  readonly on: Deployed;
}

/** Undefined where both are the same thing, or one leads to the other. */
export function partingOf(from: readonly OrderStep[], on: readonly OrderStep[]): Parting | undefined {
  for (const [at, step] of from.entries()) {
    const other = on[at];
    if (!other || other.order !== step.order) return undefined;
    if (other.declaration !== step.declaration) {
      return { order: step.order, from: step, on: other };
    }
  }
  return undefined;
}
