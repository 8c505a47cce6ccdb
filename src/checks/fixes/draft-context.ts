import type { WorkspaceServices } from '../../core/services/services';
import type { FillContext } from '../fill-flow';

/** Input for a draft, with the services of the plan's workspace, if they were read. */
export interface DraftContext extends FillContext {
  readonly services?: WorkspaceServices | undefined;
}
