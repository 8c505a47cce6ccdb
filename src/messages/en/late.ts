import { attachMessages } from './attach';
import { attachedRequirementsMessages } from './attached-requirements';
import { bicepMessages } from './bicep';
import { comparisonMessages } from './comparison';
import { diagnosisMessages } from './diagnosis';
import { endpointsMessages } from './endpoints';
import { evaluationMessages } from './evaluation';
import { existingMessages } from './existing';
import { explainMessages } from './explain';
import { fileActionsMessages } from './file-actions';
import { fileChecksMessages } from './file-checks';
import { filesMessages } from './files';
import { findingsMessages } from './findings';
import { fixChangeMessages } from './fix-change';
import { fixWordsMessages } from './fix-text';
import { fixesMessages } from './fixes';
import { governanceMessages } from './governance';
import { newNetworkMessages } from './new-network';
import { partialAllocationMessages } from './partial-allocation';
import { reachMessages } from './reach';
import { requirementsMessages } from './requirements';
import { servicesMessages } from './services';
import { terminalMessages } from './terminal';
import { sizeOptionsMessages } from './size-options';
import { writeFixesMessages } from './write-fixes';
import { writersMessages } from './writers';
import { joinCatalogs } from '../join-texts';

/** English texts of what is loaded when it is used. */
export const late = joinCatalogs([
  attachMessages,
  attachedRequirementsMessages,
  bicepMessages,
  comparisonMessages,
  diagnosisMessages,
  endpointsMessages,
  evaluationMessages,
  existingMessages,
  explainMessages,
  fileActionsMessages,
  fileChecksMessages,
  filesMessages,
  findingsMessages,
  fixChangeMessages,
  fixWordsMessages,
  fixesMessages,
  governanceMessages,
  newNetworkMessages,
  partialAllocationMessages,
  reachMessages,
  requirementsMessages,
  servicesMessages,
  terminalMessages,
  sizeOptionsMessages,
  writeFixesMessages,
  writersMessages,
]);
