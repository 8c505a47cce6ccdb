import type { Say } from '../../messages/say';

export interface ExplainErrorDeps {
  readonly say: Say;
  /** Resolves once every text is at hand. */
  whole(): Promise<void>;
}
