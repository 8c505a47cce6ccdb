import type { HclExpression } from '../hcl/hcl-syntax';
import type { Waits } from '../order/template-order';
import type { ModuleDeclarations } from './hcl-scope';

/** What a block or local value names, and whether it can name more. */
interface Names {
  readonly keys: ReadonlySet<string>;
  readonly isBroken: boolean;
}

/** A resource in the order of its module. */
export interface OrderedBlock {
  readonly order: BlockOrder;
  /** `azurerm_subnet.training` */
  readonly key: string;
}

/**
 * What waits for what in one module: Terraform creates a resource after every resource that its block names, also through
 * local values and `depends_on`, and all others at the same time.
 */
export class BlockOrder {
  private readonly names = new Map<string, Names>();

  /** @param leadsOut true of a variable for which the caller gives something that can name resources */
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

/** True of what names more than variables that name nothing either. */
export function leadsOutThrough(value: HclExpression, leadsOut: (variable: string) => boolean): boolean {
  const { keys, isBroken } = namesIn(value);
  return isBroken || [...keys].some((key) => !key.startsWith('var.') || leadsOut(key.slice(4)));
}

/** Keys of everything that a part of the syntax names. */
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

/** `azurerm_subnet`, `training`, `id` of `azurerm_subnet.training[each.key].id`, with the expressions inside. */
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

/** Of what is declared: `local.a`, `azurerm_subnet.training`, `data.azurerm_subnet.training`. */
function keyOf([first, second, third]: readonly string[]): string | null {
  if (first === undefined || second === undefined) return null;
  if (first !== 'data') return `${first}.${second}`;
  return third === undefined ? null : `data.${second}.${third}`;
}
