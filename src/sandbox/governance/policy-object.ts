import type { BodyObject } from '../body-json';

/** A policy definition or assignment: its ID, name, and properties as written. */
export interface PolicyObject {
  readonly id: string;
  readonly name: string;
  readonly properties: BodyObject;
}
