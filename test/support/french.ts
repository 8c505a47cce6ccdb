import type { MessageKey } from '../../src/messages/en/catalog';
import { early } from '../../src/messages/fr/early';
import { late } from '../../src/messages/fr/late';
import { joinCatalogs } from '../../src/messages/join-texts';

/** Every French text of the product, by key. A missing French text is a compile error. */
export const french: Readonly<Record<MessageKey, string>> = joinCatalogs([early, late]);
