import type { MessageKey } from '../en/catalogue';
import { account } from './account';
import { attach } from './attach';
import { attachedRequirements } from './attached-requirements';
import { bicep } from './bicep';
import { board } from './board';
import { changes } from './changes';
import { evaluation } from './evaluation';
import { explain } from './explain';
import { faults } from './faults';
import { files } from './files';
import { findings } from './findings';
import { fixChange } from './fix-change';
import { fixWords } from './fix-words';
import { fixes } from './fixes';
import { governance } from './governance';
import { newNetwork } from './new-network';
import { page } from './page';
import { partialAllocation } from './partial-allocation';
import { problems } from './problems';
import { reach } from './reach';
import { requirements } from './requirements';
import { services } from './services';
import { terminal } from './terminal';
import { trees } from './trees';
import { sizeOptions } from './size-options';
import { unknowns } from './unknowns';
import { verdicts } from './verdicts';
import { wizard } from './wizard';
import { workspaceKinds } from './workspace-kinds';
import { writeFixes } from './write-fixes';
import { writers } from './writers';

/** Every French text of the product, by key. */
export const french: Readonly<Record<MessageKey, string>> = {
  ...account,
  ...attach,
  ...attachedRequirements,
  ...bicep,
  ...board,
  ...changes,
  ...evaluation,
  ...explain,
  ...faults,
  ...files,
  ...findings,
  ...fixChange,
  ...fixWords,
  ...fixes,
  ...governance,
  ...newNetwork,
  ...page,
  ...partialAllocation,
  ...problems,
  ...reach,
  ...requirements,
  ...services,
  ...terminal,
  ...trees,
  ...sizeOptions,
  ...unknowns,
  ...verdicts,
  ...wizard,
  ...workspaceKinds,
  ...writeFixes,
  ...writers,
};
