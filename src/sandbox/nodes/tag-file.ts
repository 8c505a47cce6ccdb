/** The shipped list of service tags as it is parsed: encoded IPv4 prefixes of each tag (scripts/service-tags.mjs). */
export interface TagFile {
  readonly cloud: string;
  /** ISO date of Microsoft's file. */
  readonly date: string;
  readonly changeNumber: string;
  readonly tags: Readonly<Record<string, string>>;
}
