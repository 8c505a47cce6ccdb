import type { Written } from './text-edit';

/** A resource to declare in a file. */
export interface NewResource {
  /** Of a file with symbolic names. */
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  /** Name, location and the rest. */
  readonly body: { readonly [member: string]: Written; readonly name: Written };
  /** Other new ones that it names, by their symbols: Bicep sees that by itself. */
  readonly needs: readonly string[];
}
