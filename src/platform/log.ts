/** Log for diagnosing problems at the boundaries of the product. It never contains a token or an ID. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  error(message: string, cause?: unknown): void;
}
