import type { MessageKey } from '../en/catalogue';
import { account } from './account';
import { board } from './board';
import { changes } from './changes';
import { faults } from './faults';
import { fixWords } from './fix-words';
import { fixes } from './fixes';
import { page } from './page';
import { problems } from './problems';
import { reach } from './reach';
import { requirements } from './requirements';
import { trees } from './trees';
import { unknowns } from './unknowns';
import { verdicts } from './verdicts';
import { wizard } from './wizard';
import { writers } from './writers';

/** Every French text of the product, by key. */
export const french: Readonly<Record<MessageKey, string>> = {
  ...account,
  ...board,
  ...changes,
  ...faults,
  ...fixWords,
  ...fixes,
  ...page,
  ...problems,
  ...reach,
  ...requirements,
  ...trees,
  ...unknowns,
  ...verdicts,
  ...wizard,
  ...writers,
};
