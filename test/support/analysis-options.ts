import type { AnalysisOptions } from '../../src/file-checks/analyze-file';
import { shippedTags } from './shipped-tags';

/** Options without overrides, and Microsoft's shipped tag list. */
export const testAnalysisOptions: AnalysisOptions = {
  overrides: {
    compute: undefined,
    publicIp: undefined,
    workspace: undefined,
    profile: 'current',
    region: undefined,
    cloud: 'public',
  },
  facts: { tags: shippedTags('public') },
};
