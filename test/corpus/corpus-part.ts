import type { CorpusFile } from './corpus-files';

interface CorpusOptions {
  /** Whether to test everything, however long it takes. */
  readonly isWhole: boolean;
  /** Folder with the files. */
  readonly folder: string;
  /** Whether to test a fix for everything that is found. It takes some minutes. */
  readonly fixes?: boolean;
  /** Minutes after which no further file is fixed. */
  readonly minutes: number;
  /** The OASIS schema of SARIF 2.1.0, which isn't part of this project. */
  readonly sarifSchema: string;
}

/** Result of one test of the corpus. */
export interface PartResult {
  /** Findings as text for the console. */
  readonly lines: readonly string[];
  readonly passed: number;
  /** Failures, one per line. */
  readonly failures: readonly string[];
}

/** A test of all files of the corpus. */
export interface CorpusPart {
  readonly title: string;
  readonly run: (files: readonly CorpusFile[], options: CorpusOptions) => PartResult | Promise<PartResult>;
}
