import { attachTargetTypes } from '../computes/compute-types';
import type { RequestRoute } from '../router';
import { readsOf } from './plain-resources';

/** Routes that only read resources that can be attached. They come with the sample. */
export const attachTargetRoutes: readonly RequestRoute[] = attachTargetTypes.flatMap(readsOf);
