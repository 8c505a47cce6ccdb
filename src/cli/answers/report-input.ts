import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { Say } from '../../messages/say';
import type { Baseline } from '../baseline';
import type { SubnetCheck } from '../check';
import type { EffectiveFiles } from '../effective-files';
import type { CheckOptions } from '../options';

/** Input of a report, besides its source. */
export interface ReportInput {
  readonly say: Say;
  readonly tags: TagCatalog;
  readonly options: CheckOptions;
  readonly effective: EffectiveFiles;
  /** Known problems, which don't fail the run. */
  readonly baseline: Baseline | undefined;
  /** How a baseline names a file. */
  nameInBaseline(file: string): string;
  /** ISO time: what the team ignores expires by it. */
  readonly today: string;
  /** Is given each subnet as it was checked, where a report isn't put together from words. */
  readonly onChecked?: (checks: readonly SubnetCheck[]) => void;
}
