/**
 * Origin of a text. `seen`: a user posted the service's own message. `code seen`: the code is real, and the message is
 * ours. `documented`: a Microsoft page describes the error. `made up`: no published source is known.
 */
type TextOrigin = 'seen' | 'code seen' | 'documented' | 'made up';

export interface FailureText {
  readonly code: string;
  /** Message in which `{name}` is replaced by a value. */
  readonly message: string;
  readonly origin: TextOrigin;
  readonly source?: string;
}
