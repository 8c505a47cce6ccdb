import type { Deployable, Template } from '../template/template';
import type { Dependencies, Dependency, Instance } from './dependency';
import { NamedInBicep } from './named-in-bicep';
import { WrittenInJson } from './written-in-json';

/** Whether one thing waits for another: `unknown` where that hangs on something that can't be told. */
export type Waits = 'yes' | 'no' | 'unknown';

/** What waits for what in one template, as Azure deploys it: what doesn't wait is deployed at the same time. */
export class TemplateOrder {
  private readonly found = new Map<Deployable, Dependencies>();
  private instances: ReadonlyMap<Deployable, readonly Instance[]> | undefined;
  private bicep: NamedInBicep | undefined;
  private json: WrittenInJson | undefined;

  constructor(
    readonly template: Template,
    private readonly all: () => readonly Instance[],
  ) {}

  /** What a declaration waits for by itself. */
  dependenciesOf(declaration: Deployable): Dependencies {
    const known = this.found.get(declaration) ?? this.collected(declaration);
    this.found.set(declaration, known);
    return known;
  }

  /** Whether a declaration waits for another one of the same template, by itself or through others. */
  waits(from: Deployable, on: Deployable): Waits {
    const certain = this.reached(from, (one) => one.isCertain && this.isCertainlyMade(one.on, on));
    if (certain.has(on)) return 'yes';
    const perhaps = this.reached(from, () => true);
    const mayBeMore = [from, ...perhaps].some((one) => this.dependenciesOf(one).mayBeMore);
    return perhaps.has(on) || mayBeMore ? 'unknown' : 'no';
  }

  /** Everything that is waited for along those dependencies that count. */
  private reached(from: Deployable, counts: (dependency: Dependency) => boolean): ReadonlySet<Deployable> {
    const reached = new Set<Deployable>();
    const left = [from];
    for (let at = left.pop(); at; at = left.pop()) {
      for (const one of this.dependenciesOf(at).all) {
        if (reached.has(one.on) || !counts(one)) continue;
        reached.add(one.on);
        left.push(one.on);
      }
    }
    return reached;
  }

  /**
   * "When a conditional resource isn't deployed, Azure Resource Manager automatically removes it from the required
   * dependencies" ("Define the order for deploying resources in ARM templates", read 2026-11-29): nothing waits through it.
   */
  private isCertainlyMade(through: Deployable, on: Deployable): boolean {
    if (through === on || ('isExisting' in through && through.isExisting)) return true;
    const all = this.instancesOf(through);
    return all.some((one) => {
      const made = one.isDeployed();
      return made.known && made.value;
    });
  }

  instancesOf(declaration: Deployable): readonly Instance[] {
    this.instances ??= byDeclaration(this.all());
    return this.instances.get(declaration) ?? [];
  }

  private collected(declaration: Deployable): Dependencies {
    if (this.template.language === 'bicep') {
      this.bicep ??= new NamedInBicep(this.template);
      const all = this.bicep.by(declaration);
      return { all, mayBeMore: this.bicep.isPartial };
    }
    this.json ??= new WrittenInJson(this.all());
    const { json } = this;
    const each = this.instancesOf(declaration).map((one) => json.by(one));
    return { all: each.flatMap(({ all }) => all), mayBeMore: each.some(({ mayBeMore }) => mayBeMore) };
  }
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
export interface OrderStep {
  readonly order: TemplateOrder;
  readonly declaration: Deployable;
}

/** Where two ways part: what is waited for is decided by the template that both lead through last. */
export interface Parting {
  readonly order: TemplateOrder;
  readonly from: Deployable;
  readonly on: Deployable;
}

/** Undefined where both are the same thing, or one leads to the other. */
export function partingOf(from: readonly OrderStep[], on: readonly OrderStep[]): Parting | undefined {
  for (const [at, step] of from.entries()) {
    const other = on[at];
    if (!other || other.order !== step.order) return undefined;
    if (other.declaration !== step.declaration) {
      return { order: step.order, from: step.declaration, on: other.declaration };
    }
  }
  return undefined;
}
