import { describe, expect, test } from 'vitest';
import { createObjectCache } from '../../../src/core/object-cache';

describe('a cache on objects', () => {
  test('each cache has its own value of a key', () => {
    const [sizes, names] = [createObjectCache<object, number>(), createObjectCache<object, string>()];
    const [key, other] = [{ id: 'a' }, { id: 'a' }];
    sizes.set(key, 1);
    names.set(key, 'one');
    expect([sizes.get(key), names.get(key)]).toStrictEqual([1, 'one']);
    expect([sizes.get(other), names.get(other)]).toStrictEqual([undefined, undefined]);
    sizes.set(key, 2);
    expect([sizes.get(key), names.get(key)]).toStrictEqual([2, 'one']);
  });

  test('a value that is undefined or a list is kept', () => {
    const cache = createObjectCache<readonly number[], readonly string[] | undefined>();
    const [key, empty] = [[1, 2], [] as number[]];
    cache.set(key, ['x']);
    cache.set(empty, undefined);
    expect([cache.get(key), cache.get(empty)]).toStrictEqual([['x'], undefined]);
  });

  test('a copy of a key has no value, and the key looks as before', () => {
    const cache = createObjectCache<object, number>();
    const key = { id: 'a', list: [1] };
    const list = [1, 2];
    cache.set(key, 1);
    cache.set(list, 2);
    expect(
      [{ ...key }, structuredClone(key), [...list], list.slice()].map((copy) => cache.get(copy)),
    ).toStrictEqual(Array.from({ length: 4 }, () => undefined));
    expect(key).toStrictEqual({ id: 'a', list: [1] });
    expect([Reflect.ownKeys(key), Reflect.ownKeys(list)]).toStrictEqual([
      ['id', 'list'],
      ['0', '1', 'length'],
    ]);
    expect(JSON.stringify([key, list])).toBe('[{"id":"a","list":[1]},[1,2]]');
  });
});
