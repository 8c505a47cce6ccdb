import type { Handle } from './evaluator';
import type { ModuleSet } from './module-set';
import type { ResourceSet } from './resource-set';
import type { Value } from './value';

/** Resources and modules of one template by symbolic name, id and name. */
export class ResourceIndex {
  private readonly symbols: ReadonlyMap<string, Handle>;
  private ids: ReadonlyMap<string, Handle> | 'building' | undefined;

  constructor(
    private readonly resources: readonly ResourceSet[],
    private readonly modules: readonly ModuleSet[],
  ) {
    this.symbols = new Map(
      [...resources, ...modules].flatMap((one): readonly [string, Handle][] => {
        const { symbol } = one.declaration;
        return symbol === null ? [] : [[symbol, one]];
      }),
    );
  }

  bySymbol(symbol: string): Handle | undefined {
    return this.symbols.get(symbol);
  }

  /** For `reference`: what has the symbolic name, the id or the name. */
  find(nameOrId: Value): Handle | undefined {
    const wanted = written(nameOrId);
    if (wanted === null) return undefined;
    const named = nameOrId.is === 'text' ? this.symbols.get(nameOrId.value) : undefined;
    return named ?? this.byId().get(wanted.toLowerCase());
  }

  private byId(): ReadonlyMap<string, Handle> {
    // A name that needs to know the others' names is asked for while these are collected.
    if (this.ids === 'building') return new Map();
    if (this.ids !== undefined) return this.ids;
    this.ids = 'building';
    const found = new Map<string, Handle>();
    for (const instance of this.resources.flatMap((one) => one.instances())) {
      add(found, instance.fullName(), instance);
      add(found, instance.id(), instance);
    }
    for (const instance of this.modules.flatMap((one) => one.instances())) {
      add(found, instance.name(), instance);
      add(found, instance.id(), instance);
    }
    this.ids = found;
    return found;
  }
}

function add(found: Map<string, Handle>, name: Value, handle: Handle): void {
  const key = written(name);
  if (key !== null) found.set(key.toLowerCase(), handle);
}

function written(value: Value): string | null {
  if (value.is === 'text') return value.value;
  return value.is === 'unknown' ? value.symbol : null;
}
