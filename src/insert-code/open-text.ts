import type { Reason } from '../core/reason';

/** A file in the editor. */
export interface OpenText {
  readonly text: string;
  /** Offset of the cursor, or of the end of the selection. A selection is never replaced. */
  readonly offset: number;
  /** One level of indentation: spaces, or a tab. */
  readonly indent: string;
  /** Other files of the same Terraform folder. */
  readonly siblings: readonly string[];
}

export type Insertion =
  | { readonly is: 'insertion'; readonly at: number; readonly text: string }
  | { readonly is: 'refused'; readonly because: Reason };
