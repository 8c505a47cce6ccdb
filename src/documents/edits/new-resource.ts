import type { WrittenValue } from './text-edit';

/** A resource to declare in a file. */
export interface ResourceToDeclare {
  /** Of a file with symbolic names. */
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  /** Name, location and the rest. */
  readonly body: { readonly [member: string]: WrittenValue; readonly name: WrittenValue };
  /** Other new ones that it names, by their symbols: Bicep sees that by itself. */
  readonly needs: readonly string[];
}
