import type { AnalysisOptions } from '../../src/file-checks/analyze-file';
import { shippedTags } from './shipped-tags';

/** Nothing said beside the files, and Microsoft's list of tags as it ships. */
export const testAnalysisOptions: AnalysisOptions = {
  said: {
    compute: undefined,
    publicIp: undefined,
    workspace: undefined,
    profile: 'current',
    region: undefined,
    cloud: 'public',
  },
  facts: { tags: shippedTags('public') },
};
