import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { Say } from '../../messages/say';
import type { Baseline } from '../baseline';
import type { SubnetCheck } from '../check';
import type { EffectiveFiles } from '../effective-files';
import type { CheckOptions } from '../options';

/** Inputs of a report, in addition to its source. */
export interface ReportInput {
  readonly say: Say;
  readonly tags: TagCatalog;
  readonly options: CheckOptions;
  readonly effective: EffectiveFiles;
  /** Known problems, which don't fail the run. */
  readonly baseline: Baseline | undefined;
  /** Returns the name of a file in a baseline. */
  nameInBaseline(file: string): string;
  /** ISO time. The team's suppressions expire by it. */
  readonly today: string;
  /** Called with each checked subnet, for reports that aren't composed of texts. */
  readonly onChecked?: (checks: readonly SubnetCheck[]) => void;
}
