import type { ResourceId } from './network/model';

/** Where Azure's activity log is searched for a change. */
export interface LoggedPlace {
  readonly id: ResourceId;
  /** Whether changes of its parts count too, such as those of an NSG's rules. */
  readonly withParts: boolean;
}

/** The last successful change of a resource in Azure's activity log. */
export interface LoggedChange {
  /** The searched resource. */
  readonly resourceId: ResourceId;
  /** ISO time. */
  readonly at: string;
  /** Name of a user, or ID of a service principal. Personal data: only for the page. */
  readonly caller: string;
}
