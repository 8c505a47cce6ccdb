import type { Deployed, Handle } from './evaluator';
import type { Value } from './value';

/**
 * The resources of a deployment and of all that it deploys, by id: a template may ask for what another one makes. They are
 * collected when somebody asks, so that a template that does not costs nothing.
 */
export class WholeIndex {
  private found: ReadonlyMap<string, Handle> | 'collecting' | undefined;

  constructor(private readonly deployment: () => Deployed) {}

  find(id: Value): Handle | undefined {
    const wanted = id.is === 'text' ? id.value : id.is === 'unknown' ? id.symbol : null;
    // Whoever asks while they are collected has a name that depends on it, and stays unknown.
    if (wanted === null || this.found === 'collecting') return undefined;
    this.found ??= this.collect();
    return this.found.get(wanted.toLowerCase());
  }

  private collect(): ReadonlyMap<string, Handle> {
    this.found = 'collecting';
    const found = new Map<string, Handle>();
    for (const resource of this.deployment().instances()) {
      const id = resource.id();
      const key = id.is === 'text' ? id.value : id.is === 'unknown' ? id.symbol : null;
      if (key !== null && !resource.isExisting) found.set(key.toLowerCase(), resource);
    }
    return found;
  }
}
