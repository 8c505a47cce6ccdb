import { findingKey } from '../core/finding';
import { isUnknownContent, type Problem } from './problem';

/** Returns a key for each problem that counts, which stays the same after unrelated edits. */
export function problemKey({ id, subnetId, what, severity }: Problem): string {
  return countedKey({ id, subnetId, severity, name: nameIn(what) });
}

/** Returns whether two problems are the same in different places, as when a declaration creates several resources. */
export function isSameElsewhere(one: Problem, other: Problem): boolean {
  return one.id === other.id && nameIn(one.what) === nameIn(other.what);
}

/**
 * Returns a key that distinguishes a problem from others of the same check: the resource, its wrong part, and whether
 * the problem is certain. It doesn't depend on the place in the file. Problems that are identical in all of this have
 * the same key.
 */
export function problemIdentity({ id, subnetId, what }: Problem): string {
  if (what.is === 'finding') return findingKey(what.finding);
  const isPerhaps = what.is !== 'result' && isUnknownContent(what);
  const details = what.is === 'terraform-conflict' ? [what.resource, what.other] : detailsIn(what);
  const parts = [subnetId.toLowerCase(), ...details, ...(isPerhaps ? ['?'] : [])];
  return [id, ...parts].filter((one) => one !== '').join(' ');
}

function detailsIn(what: Problem['what']): readonly string[] {
  switch (what.is) {
    case 'misspelled-action':
      return [what.action];
    case 'invalid-value':
      return [what.property, what.name, what.value];
    case 'firewall-rule':
      return [what.text.key, JSON.stringify(what.text.values)];
    case 'deployment-order':
      return [what.waitsFor];
    case 'policy-denial':
      return [what.policy];
    case 'delegated-endpoint':
      return [what.service];
    case 'elsewhere':
      return [what.id?.toLowerCase() ?? ''];
    default:
      return [];
  }
}

function nameIn(what: Problem['what']): string {
  if (what.is === 'finding') return what.finding.place.name;
  if (what.is === 'terraform-conflict') return what.resource;
  return what.is === 'misspelled-action' ? what.action : '';
}

interface Counted extends Pick<Problem, 'id' | 'subnetId' | 'severity'> {
  /** Name of the wrong rule, route, or action. */
  readonly name: string;
}

export function countedKey({ id, subnetId, severity, name }: Counted): string {
  return [severity === 'hint' ? 'hint' : 'open', id, subnetId, name].join(' ').toLowerCase();
}
