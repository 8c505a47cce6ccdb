import type { Expression } from './expression';
import type { Import, SyntaxFault, UserFunction, Variable } from './template';

/** A file of parameter values: `.bicepparam`, or ARM's JSON. */
export interface ParameterFile {
  readonly file: string;
  /** The template that the file is for, or null if it doesn't name one. */
  readonly using: string | null;
  /** The parameter file whose values apply if this one doesn't set them. */
  readonly extends: string | null;
  readonly values: ReadonlyMap<string, Expression>;
  /** Variables that the values use, in addition to imports. */
  readonly variables: readonly Variable[];
  readonly functions: readonly UserFunction[];
  readonly imports: readonly Import[];
  readonly errors: readonly SyntaxFault[];
}
