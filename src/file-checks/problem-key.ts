import type { Problem } from './problem';

/** One text for each problem that counts, the same before and after an edit of something else. */
export function problemKey({ id, subnetId, what, severity }: Problem): string {
  return countedKey({ id, subnetId, severity, name: nameIn(what) });
}

/** The same thing told of somewhere else, as what is made several times has it. */
export function isSameElsewhere(one: Problem, other: Problem): boolean {
  return one.id === other.id && nameIn(one.what) === nameIn(other.what);
}

function nameIn(what: Problem['what']): string {
  if (what.is === 'finding') return what.finding.place.name;
  return what.is === 'misspelt-action' ? what.action : '';
}

interface Counted extends Pick<Problem, 'id' | 'subnetId' | 'severity'> {
  /** Of the rule, route or action that is found fault with. */
  readonly name: string;
}

export function countedKey({ id, subnetId, severity, name }: Counted): string {
  return [severity === 'hint' ? 'hint' : 'open', id, subnetId, name].join(' ').toLowerCase();
}
