import { attach } from './attach';
import { attachedRequirements } from './attached-requirements';
import { bicep } from './bicep';
import { comparison } from './comparison';
import { diagnosis } from './diagnosis';
import { endpoints } from './endpoints';
import { evaluation } from './evaluation';
import { existing } from './existing';
import { explain } from './explain';
import { fileActions } from './file-actions';
import { fileChecks } from './file-checks';
import { files } from './files';
import { findings } from './findings';
import { fixChange } from './fix-change';
import { fixWords } from './fix-words';
import { fixes } from './fixes';
import { governance } from './governance';
import { newNetwork } from './new-network';
import { partialAllocation } from './partial-allocation';
import { reach } from './reach';
import { requirements } from './requirements';
import { services } from './services';
import { terminal } from './terminal';
import { sizeOptions } from './size-options';
import { writeFixes } from './write-fixes';
import { writers } from './writers';
import { joinTexts } from '../join-texts';

/** English texts of what is loaded when it is used. */
export const late = joinTexts([
  attach,
  attachedRequirements,
  bicep,
  comparison,
  diagnosis,
  endpoints,
  evaluation,
  existing,
  explain,
  fileActions,
  fileChecks,
  files,
  findings,
  fixChange,
  fixWords,
  fixes,
  governance,
  newNetwork,
  partialAllocation,
  reach,
  requirements,
  services,
  terminal,
  sizeOptions,
  writeFixes,
  writers,
]);
