import { targetTypes } from '../computes/target-types';
import type { Route } from '../router';
import { readsOf } from './plain-resources';

/** What can be attached is read only here: it comes with the sample. */
export const attachTargetRoutes: readonly Route[] = Object.values(targetTypes).flatMap(readsOf);
