import type { ResourceId } from './network/model';

/** A resource whose changes Azure's activity log has. */
export interface LoggedPlace {
  readonly id: ResourceId;
  /**
   * Changes that count: `own` of the resource, `whole` of a resource that contains another one and was written with all
   * its parts, `with-parts` of the resource and of its parts, such as an NSG's rules.
   */
  readonly scope: 'own' | 'whole' | 'with-parts';
}

/** The last successful change in Azure's activity log. */
export interface LoggedChange extends LoggedPlace {
  /** ISO time. */
  readonly at: string;
  /** Name of a user, or ID of a service principal; null if Azure doesn't name it. Personal data: only for the page. */
  readonly caller: string | null;
}
