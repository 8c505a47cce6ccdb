import type { Severity } from './check-result';
import type { ResourceId } from './network/model';
import type { Reason } from './reason';

/** A rule of a security group or a route of a table, where it is written. */
export interface FindingPlace {
  readonly what: 'rule' | 'route';
  readonly resource: ResourceId;
  readonly resourceName: string;
  readonly name: string;
  /** Place in the list of the group or table. */
  readonly index: number;
}

/**
 * What a group or table has and no result of a requirement says: a rule that nothing reaches, a tag that Azure does
 * not know. It is of one rule or route, whoever asks.
 */
export interface Finding {
  /** Permanent, kebab-case; a page in docs/checks is called after it. */
  readonly check: string;
  readonly severity: Severity;
  readonly place: FindingPlace;
  readonly text: Reason;
  /** Other rules or routes that the text stands on, in order. */
  readonly because: readonly FindingPlace[];
  /** What is taken for granted; a finding that stands on something has no fix that changes nothing. */
  readonly assumptions: readonly Reason[];
}

/** Tells rules of one name apart too: as long as the file is the same. */
export function writtenFindingKey(finding: Finding): string {
  return `${findingKey(finding)} ${finding.place.index}`;
}

/** One text for each finding, the same before and after a change of something else. */
export function findingKey({ check, place }: Finding): string {
  return [check, place.resource, place.what, place.name].join(' ').toLowerCase();
}
