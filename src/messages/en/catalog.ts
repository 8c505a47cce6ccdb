import { early } from './early';
import { late } from './late';
import { joinCatalogs } from '../join-texts';

/** Every English text of the product, by key. */
export const english = joinCatalogs([early, late]);

export type MessageKey = keyof typeof english;
