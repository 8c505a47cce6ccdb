import { early } from './early';
import { late } from './late';
import { joinTexts } from '../join-texts';

/** Every English text of the product, by key. */
export const english = joinTexts([early, late]);

export type MessageKey = keyof typeof english;
