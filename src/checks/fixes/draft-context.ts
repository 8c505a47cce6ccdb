import type { WorkspaceServices } from '../../core/services/services';
import type { FillContext } from '../fill-flow';

/** What a draft is made for, and what the plan's workspace keeps its data in, where it was read. */
export interface DraftContext extends FillContext {
  readonly services?: WorkspaceServices | undefined;
}
