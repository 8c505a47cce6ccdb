import type { Handle } from './evaluator';
import { IdsByType } from './ids-by-type';
import { writtenIn } from './written-in';
import type { ModuleSet } from './module-set';
import type { ResourceSet } from './resource-set';
import type { Value } from './value';

/** Resources and modules of one template by symbolic name, id and name. */
export class ResourceIndex {
  private readonly symbols: ReadonlyMap<string, Handle>;
  private readonly ids: IdsByType;
  private names: ReadonlyMap<string, Handle> | 'collecting' | undefined;

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
    this.ids = new IdsByType(() => [
      ...resources.flatMap((one) => one.instances()),
      ...modules.flatMap((one) => one.instances()),
    ]);
  }

  bySymbol(symbol: string): Handle | undefined {
    return this.symbols.get(symbol);
  }

  /** For `reference`: what has the symbolic name, the id or the name. */
  find(nameOrId: Value): Handle | undefined {
    const wanted = writtenIn(nameOrId);
    if (wanted === null) return undefined;
    if (wanted.startsWith('/')) return this.ids.find(wanted);
    return this.symbols.get(wanted) ?? this.byName().get(wanted.toLowerCase());
  }

  private byName(): ReadonlyMap<string, Handle> {
    // A name that needs to know the others' names is asked for while these are collected.
    if (this.names === 'collecting') return new Map();
    if (this.names !== undefined) return this.names;
    this.names = 'collecting';
    const found = new Map<string, Handle>();
    const add = (name: Value, handle: Handle): void => {
      const key = writtenIn(name);
      if (key !== null) found.set(key.toLowerCase(), handle);
    };
    for (const one of this.resources.flatMap((each) => each.instances())) add(one.fullName(), one);
    for (const one of this.modules.flatMap((each) => each.instances())) add(one.name(), one);
    this.names = found;
    return found;
  }
}
