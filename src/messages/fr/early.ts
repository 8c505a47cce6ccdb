import account from './account.json';
import faults from './faults.json';
import problems from './problems.json';
import { joinCatalogs, type Translation } from '../join-texts';
import type { early as english } from '../en/early';

const texts = joinCatalogs([account, faults, problems]);

/** French texts that are needed at startup. */
export const early: Translation<typeof english, typeof texts> = texts;
