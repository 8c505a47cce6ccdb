import type { HclExpression } from '../hcl/hcl-syntax';
import type { Waits } from '../order/template-order';
import type { ModuleDeclarations } from './hcl-scope';

/** The keys that a block or local value refers to, and whether it may refer to more. */
interface Names {
  readonly keys: ReadonlySet<string>;
  readonly isBroken: boolean;
}

/** A resource in the creation order of its module. */
export interface OrderedBlock {
  readonly order: BlockOrder;
  /** `azurerm_subnet.training` */
  readonly key: string;
}

/**
 * The creation order in one module. Terraform creates a resource after every resource that its block refers to, also
 * through local values and `depends_on`. All others are created in parallel.
 */
export class BlockOrder {
  private readonly names = new Map<string, Names>();

  /**
   * @param leadsOut returns true for a variable to which the caller passes an expression that can refer to resources
   */
  constructor(
    private readonly declared: ModuleDeclarations,
    private readonly leadsOut: (variable: string) => boolean,
  ) {}

  /** Whether one resource waits for another, by their keys (`azurerm_subnet.training`). */
  waits(from: string, on: string): Waits {
    if (this.reached(from, (key) => !key.startsWith('module.')).keys.has(on)) return 'yes';
    const perhaps = this.reached(from, () => true);
    return perhaps.keys.has(on) || perhaps.isBroken ? 'unknown' : 'no';
  }

  private reached(from: string, leadsOn: (key: string) => boolean): Names {
    const keys = new Set<string>();
    let isBroken = false;
    const left = [from];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      const found = this.namesOf(at);
      isBroken ||= found.isBroken;
      for (const key of found.keys) {
        if (keys.has(key)) continue;
        keys.add(key);
        if (leadsOn(key)) left.push(key);
      }
    }
    return { keys, isBroken };
  }

  private namesOf(key: string): Names {
    const found = this.names.get(key) ?? this.readNames(key);
    this.names.set(key, found);
    return found;
  }

  private readNames(key: string): Names {
    const { resources, modules, locals } = this.declared;
    const name = key.slice(key.indexOf('.') + 1);
    if (key.startsWith('var.')) return { keys: new Set(), isBroken: this.leadsOut(name) };
    if (key.startsWith('local.')) return namesIn(locals.get(name)?.value);
    return namesIn((key.startsWith('module.') ? modules.get(name) : resources.get(key))?.body);
  }
}

/** True if a value refers to anything other than variables whose values don't refer to anything either. */
export function leadsOutThrough(value: HclExpression, leadsOut: (variable: string) => boolean): boolean {
  const { keys, isBroken } = namesIn(value);
  return isBroken || [...keys].some((key) => !key.startsWith('var.') || leadsOut(key.slice(4)));
}

/** Returns the keys of everything that a part of the syntax refers to. */
function namesIn(syntax: unknown): Names {
  const keys = new Set<string>();
  let isBroken = false;
  const left: unknown[] = [syntax];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== 'object' || node === null) continue;
    const { is, isBroken: hasBroken } = node as { readonly is?: unknown; readonly isBroken?: unknown };
    if (is === 'broken' || hasBroken === true) isBroken = true;
    if (is === 'member') {
      const { names, inside } = traversal(node as HclExpression);
      const key = keyOf(names);
      if (key !== null) keys.add(key);
      left.push(...inside);
    } else left.push(...Object.values(node));
  }
  return { keys, isBroken };
}

/**
 * Splits `azurerm_subnet.training[each.key].id` into `azurerm_subnet`, `training`, and `id`, and the expressions
 * inside.
 */
function traversal(expression: HclExpression): {
  readonly names: readonly string[];
  readonly inside: readonly unknown[];
} {
  const names: string[] = [];
  const inside: unknown[] = [];
  let at = expression;
  while (at.is === 'member' || at.is === 'index' || at.is === 'splat') {
    if (at.is === 'member') names.unshift(at.name);
    else inside.push(at.is === 'index' ? at.index : at.steps);
    at = at.of;
  }
  if (at.is === 'name') return { names: [at.name, ...names], inside };
  return { names: [], inside: [...inside, at] };
}

/** Returns the key of a declaration: `local.a`, `azurerm_subnet.training`, `data.azurerm_subnet.training`. */
function keyOf([first, second, third]: readonly string[]): string | null {
  if (first === undefined || second === undefined) return null;
  if (first !== 'data') return `${first}.${second}`;
  return third === undefined ? null : `data.${second}.${third}`;
}
