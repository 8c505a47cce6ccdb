import { attachTargetTypes } from '../computes/compute-types';
import type { RequestRoute } from '../router';
import { readsOf } from './plain-resources';

/** What can be attached is read only here: it comes with the sample. */
export const attachTargetRoutes: readonly RequestRoute[] = attachTargetTypes.flatMap(readsOf);
