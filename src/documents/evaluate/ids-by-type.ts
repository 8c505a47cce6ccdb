import type { Handle } from './evaluator';
import type { Value } from './value';
import { writtenIn } from './written-in';

/** A resource that can be found by its ID. */
export interface Identified extends Handle {
  readonly type: string;
  id(): Value;
}

/**
 * Resources by ID. A lookup only evaluates resources of the requested type, because the name of another resource may
 * depend on the value that is being looked up.
 */
export class IdsByType {
  private readonly found = new Map<string, ReadonlyMap<string, Handle> | 'collecting'>();

  constructor(private readonly all: () => readonly Identified[]) {}

  /** Finds the resource with this ID, ignoring case. */
  find(id: string): Handle | undefined {
    const lowerId = id.toLowerCase();
    const type = typeIn(lowerId);
    const known = this.found.get(type) ?? this.collect(type);
    return known === 'collecting' ? undefined : known.get(lowerId);
  }

  private collect(type: string): ReadonlyMap<string, Handle> {
    this.found.set(type, 'collecting');
    const collected = new Map<string, Handle>();
    for (const one of this.all().filter((resource) => resource.type.toLowerCase() === type)) {
      const id = writtenIn(one.id());
      if (id !== null) collected.set(id.toLowerCase(), one);
    }
    this.found.set(type, collected);
    return collected;
  }
}

/** Returns the type in an ID: the part after the last `providers`, without the names. */
function typeIn(id: string): string {
  const mark = '/providers/';
  const at = id.lastIndexOf(mark);
  if (at < 0) return 'microsoft.resources/resourcegroups';
  const [namespace = '', ...rest] = id.slice(at + mark.length).split('/');
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}
