import { early } from './early';
import { late } from './late';

/** Every English text of the product, by key. */
export const english = { ...early, ...late } as const;

export type MessageKey = keyof typeof english;
