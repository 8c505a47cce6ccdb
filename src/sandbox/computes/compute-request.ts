import type { BodyObject } from '../body-json';
import type { World } from '../settings';
import type { Item } from '../store';

/** A PUT of a compute resource, before anything changes. */
export interface ComputeRequest {
  readonly world: World;
  readonly workspace: Item;
  readonly name: string;
  readonly id: string;
  readonly body: BodyObject;
  readonly kind: string;
  readonly location: string;
  readonly before: Item | undefined;
  readonly apiVersion: string;
}
