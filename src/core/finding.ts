import type { Severity } from './check-result';
import type { ResourceId } from './network/model';
import type { Reason } from './reason';

/** A rule of an NSG or a route of a route table, by its position. */
export interface FindingPlace {
  readonly what: 'rule' | 'route';
  readonly resource: ResourceId;
  readonly resourceName: string;
  readonly name: string;
  /** Index in the list of the NSG or route table. */
  readonly index: number;
}

/**
 * A fault of an NSG or route table that no result of a requirement reports: a rule that no packet reaches, a tag that
 * Azure doesn't know. It belongs to a single rule or route, independent of the plan.
 */
export interface Finding {
  /** Permanent, kebab-case; also the name of a page in docs/checks. */
  readonly check: string;
  readonly severity: Severity;
  readonly place: FindingPlace;
  readonly text: Reason;
  /** Other rules or routes that the text is based on, in order. */
  readonly because: readonly FindingPlace[];
  /** Assumptions. If there are any, removing an unused rule isn't offered as a fix. */
  readonly assumptions: readonly Reason[];
}

/** Returns a key that also distinguishes rules with the same name, as long as the file stays the same. */
export function writtenFindingKey(finding: Finding): string {
  return `${findingKey(finding)} ${finding.place.index}`;
}

/** Returns a key for each finding, which stays the same if something else changes. */
export function findingKey({ check, place }: Finding): string {
  return [check, place.resource, place.what, place.name].join(' ').toLowerCase();
}
