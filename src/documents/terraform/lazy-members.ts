import type { Value } from '../evaluate/value';

/** Members that are computed on first access, because reading one output of a module doesn't require the others. */
export class LazyMembers extends Map<string, Value> {
  constructor(
    private readonly names: readonly string[],
    private readonly compute: (name: string) => Value,
  ) {
    super();
  }

  override get size(): number {
    return this.names.length;
  }

  override has(name: string): boolean {
    return this.names.includes(name);
  }

  override get(name: string): Value | undefined {
    return this.has(name) ? this.compute(name) : undefined;
  }

  override *keys(): MapIterator<string> {
    yield* this.names;
  }

  override *values(): MapIterator<Value> {
    for (const name of this.names) yield this.compute(name);
  }

  override *entries(): MapIterator<[string, Value]> {
    for (const name of this.names) yield [name, this.compute(name)];
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override forEach(each: (value: Value, key: string, map: Map<string, Value>) => void): void {
    for (const [name, value] of this.entries()) each(value, name, this);
  }
}
