import type { WrittenValue } from './text-edit';

/** A resource to declare in a file. */
export interface ResourceToDeclare {
  /** Symbolic name, in files that have symbolic names. */
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  /** Name, location, and all other members. */
  readonly body: { readonly [member: string]: WrittenValue; readonly name: WrittenValue };
  /** Other new resources that this one refers to, by symbol. Bicep infers these dependencies. */
  readonly needs: readonly string[];
}
