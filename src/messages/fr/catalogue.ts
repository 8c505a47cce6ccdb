import type { MessageKey } from '../en/catalogue';
import { early } from './early';
import { late } from './late';
import { joinTexts } from '../join-texts';

/** Every French text of the product, by key. */
export const french: Readonly<Record<MessageKey, string>> = joinTexts([early, late]);
