/**
 * Where a text comes from. `seen`: a user posted the service's own words. `code seen`: the code is real, the sentence
 * is ours. `documented`: a Microsoft page describes the refusal. `made up`: nobody is known to have published it.
 */
type TextOrigin = 'seen' | 'code seen' | 'documented' | 'made up';

export interface FailureText {
  readonly code: string;
  /** `{name}` is replaced by a value. */
  readonly message: string;
  readonly origin: TextOrigin;
  readonly source?: string;
}
