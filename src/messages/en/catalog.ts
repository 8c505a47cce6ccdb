import { early } from './early';
import { late } from './late';
import { joinCatalogs } from '../join-texts';

/** All English texts of the product, by key. */
export const english = joinCatalogs([early, late]);

export type MessageKey = keyof typeof english;
