import account from './account.json';
import faults from './faults.json';
import problems from './problems.json';
import { joinCatalogs } from '../join-texts';

/** English texts that are needed at startup. */
export const early = joinCatalogs([account, faults, problems]);
