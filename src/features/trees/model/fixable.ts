import { fixableIds } from '../../../checks/fixes/find-fix';
import type { NetworkModel } from '../../../core/network/model';
import { causesOfHealth, type Health } from './health';

const found = new WeakMap<Health, ReadonlySet<string>>();

/** Returns the requirements with a tested fix. Computed once, when the user expands the node. */
export function fixableOf(health: Health, model: NetworkModel): ReadonlySet<string> {
  const before = found.get(health);
  if (before) return before;
  const { plan, facts } = health;
  const open = causesOfHealth(health, model).flatMap(({ results }) => results);
  const fixable = new Set(fixableIds({ model, plan, facts }, open));
  found.set(health, fixable);
  return fixable;
}
