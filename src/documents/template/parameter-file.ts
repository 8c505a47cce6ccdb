import type { Expression } from './expression';
import type { Import, SyntaxFault, UserFunction, Variable } from './template';

/** A file of parameter values: `.bicepparam`, or ARM's JSON. */
export interface ParameterFile {
  readonly file: string;
  /** The template that it is for; null where it does not say. */
  readonly using: string | null;
  /** The parameter file whose values hold where this one has none. */
  readonly extends: string | null;
  readonly values: ReadonlyMap<string, Expression>;
  /** What the values are made of, beside what they import. */
  readonly variables: readonly Variable[];
  readonly functions: readonly UserFunction[];
  readonly imports: readonly Import[];
  readonly errors: readonly SyntaxFault[];
}
