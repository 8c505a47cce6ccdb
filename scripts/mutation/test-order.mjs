// Sorts the tests that reach a mutant: first those that killed its neighbors, then the fast ones.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Results are stored in a file, since a mutant that never ends stops the process.
 * @param {string} place
 */
export function createOrder(place) {
  /** @type {{ id: string; file: string; time: number }[]} */
  let known = existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : [];
  /** @type {Map<string, number>} */
  const kills = new Map();
  let now = 0;
  return {
    /** @param {readonly { id: string; timeSpentMs: number }[]} results */
    learn(results) {
      known = results.map(({ id, timeSpentMs }) => ({
        id,
        file: id.slice(0, id.indexOf(' > ')),
        time: Math.round(timeSpentMs),
      }));
      writeFileSync(place, JSON.stringify(known));
    },
    /** @param {string} id */
    killed(id) {
      kills.set(id, (now += 1));
    },
    /** @param {readonly string[] | undefined} ids all if undefined */
    sorted(ids) {
      const wanted = ids && new Set(ids);
      return known
        .filter(({ id }) => !wanted || wanted.has(id))
        .sort((a, b) => (kills.get(b.id) ?? 0) - (kills.get(a.id) ?? 0) || a.time - b.time);
    },
  };
}
