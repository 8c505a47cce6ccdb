import type { CorpusFile } from './corpus-files';

interface CorpusOptions {
  /** Leave nothing out, however long it takes. */
  readonly isWhole: boolean;
  /** Where the files are. */
  readonly folder: string;
  /** Try a fix for everything that is found: some minutes. */
  readonly fixes?: boolean;
  /** After which no further file is fixed. */
  readonly minutes: number;
  /** OASIS' schema of SARIF 2.1.0, which is no part of this project. */
  readonly sarifSchema: string;
}

/** What one question to the corpus came to. */
export interface PartResult {
  /** What was found, for people to read. */
  readonly lines: readonly string[];
  readonly passed: number;
  /** What is wrong, a line each. */
  readonly failures: readonly string[];
}

/** One question to all files of the corpus. */
export interface CorpusPart {
  readonly title: string;
  readonly run: (files: readonly CorpusFile[], options: CorpusOptions) => PartResult | Promise<PartResult>;
}
