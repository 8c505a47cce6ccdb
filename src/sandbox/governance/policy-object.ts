import type { BodyObject } from '../body-json';

/** A definition or an assignment of a policy: its id, name and properties as written. */
export interface PolicyObject {
  readonly id: string;
  readonly name: string;
  readonly properties: BodyObject;
}
