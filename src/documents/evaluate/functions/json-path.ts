import { array } from '../make-value';
import type { Value } from '../value';

/** One step of a path, from values to those that it names. */
type Step = (from: Value) => readonly Value[];

/** What a path names: one value, or a list of several; none where nothing is there. */
export type Selected =
  | { readonly is: 'value'; readonly value: Value }
  | { readonly is: 'nothing' }
  /** The path asks for what is not evaluated here, such as a condition. */
  | { readonly is: 'beyond' };

/**
 * What `$.a.b[0]`, `a['b'].*`, `a[*].b` or `$..b` names, as the compiler takes it: several values are a list, one is itself,
 * and capitals count.
 */
export function selectedBy(path: string, root: Value): Selected {
  const steps = stepsOf(path.trim().replace(/^\$/, ''));
  if (!steps) return { is: 'beyond' };
  const found = steps.reduce<readonly Value[]>((values, step) => values.flatMap(step), [root]);
  const [first] = found;
  if (first === undefined) return { is: 'nothing' };
  return { is: 'value', value: found.length === 1 ? first : array(found) };
}

const name = String.raw`[^.[\]'"()?*@\s]+`;
const part = new RegExp(
  [
    String.raw`(?<deep>\.\.(?<deepName>${name}))`,
    String.raw`(?<all>\.?\[\*\]|\.?\*)`,
    String.raw`\.?\[(?<index>\d+)\]`,
    String.raw`\.?\[(?:'(?<single>[^']*)'|"(?<double>[^"]*)")\]`,
    String.raw`\.?(?<plain>${name})`,
  ].join('|'),
  'y',
);

function stepsOf(path: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (part.lastIndex = 0; part.lastIndex < path.length;) {
    const groups = part.exec(path)?.groups;
    if (!groups) return undefined;
    steps.push(stepOf(groups));
  }
  return steps;
}

function stepOf(groups: Readonly<Record<string, string | undefined>>): Step {
  const { deepName, all, index, single, double, plain = '' } = groups;
  if (deepName !== undefined) return (from) => membersBelow(from, deepName);
  if (all !== undefined) return children;
  if (index === undefined) return (from) => member(from, single ?? double ?? plain);
  return (from) => (from.is === 'array' ? from.items.slice(Number(index), Number(index) + 1) : []);
}

function children(from: Value): readonly Value[] {
  if (from.is === 'array') return from.items;
  return from.is === 'object' ? [...from.members.values()] : [];
}

function member(from: Value, key: string): readonly Value[] {
  const found = from.is === 'object' ? from.members.get(key) : undefined;
  return found === undefined ? [] : [found];
}

function membersBelow(from: Value, key: string): readonly Value[] {
  return [...member(from, key), ...children(from).flatMap((one) => membersBelow(one, key))];
}
