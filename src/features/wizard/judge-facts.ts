import type { JudgeFacts } from '../../checks/judge';
import type { WizardState } from './state';

/** What the judge takes for granted; undefined until a tag list is there. */
export function judgeFacts(state: WizardState): JudgeFacts | undefined {
  const { tags, governance } = state;
  return tags ? { tags, ...(governance ? { governance } : {}) } : undefined;
}
