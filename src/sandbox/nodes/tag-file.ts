/**
 * The parsed list of service tags that ships with the product: encoded IPv4 prefixes of each tag
 * (scripts/service-tags.mjs).
 */
export interface TagFile {
  readonly cloud: string;
  /** ISO date of Microsoft's file. */
  readonly date: string;
  readonly changeNumber: string;
  readonly tags: Readonly<Record<string, string>>;
}
