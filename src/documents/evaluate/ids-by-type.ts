import type { Handle } from './evaluator';
import type { Value } from './value';

/** What an id or a name is called, whether it is known or has a symbol alone; null where it has neither. */
export function writtenIn(value: Value): string | null {
  if (value.is === 'text') return value.value;
  return value.is === 'unknown' ? value.symbol : null;
}

/** Something that is found by its id. */
export interface Identified extends Handle {
  readonly type: string;
  id(): Value;
}

/**
 * Resources by id. Of those that are asked for only those of the same type are evaluated: the name of another may need the
 * very value for which somebody asks.
 */
export class IdsByType {
  private readonly found = new Map<string, ReadonlyMap<string, Handle> | 'collecting'>();

  constructor(private readonly all: () => readonly Identified[]) {}

  /** The one with the id, without regard to case. */
  find(id: string): Handle | undefined {
    const wanted = id.toLowerCase();
    const type = typeIn(wanted);
    const known = this.found.get(type) ?? this.collect(type);
    return known === 'collecting' ? undefined : known.get(wanted);
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

/** The type that an id tells: what follows the last `providers`, without the names. */
function typeIn(id: string): string {
  const mark = '/providers/';
  const at = id.lastIndexOf(mark);
  if (at < 0) return 'microsoft.resources/resourcegroups';
  const [namespace = '', ...rest] = id.slice(at + mark.length).split('/');
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}
