/** Where the product says what it did: at borders, for a reader who has a question. Never a token, never an id. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  error(message: string, cause?: unknown): void;
}
