import { onPage } from './on-page';
import changes from './changes.json';
import trees from './trees.json';
import unknowns from './unknowns.json';
import outcomes from './outcomes.json';
import workspaceKinds from './workspace-kinds.json';
import wizard from './wizard.json';
import agents from './agents.json';
import attach from './attach.json';
import attachedChecks from './attached-checks.json';
import checkReasons from './check-reasons.json';
import bicep from './bicep.json';
import causes from './causes.json';
import comparison from './comparison.json';
import diagnosis from './diagnosis.json';
import endpoints from './endpoints.json';
import evaluation from './evaluation.json';
import existing from './existing.json';
import explain from './explain.json';
import fileActions from './file-actions.json';
import fileChecks from './file-checks.json';
import filePreview from './file-preview.json';
import files from './files.json';
import teamSettings from './team-settings.json';
import findings from './findings.json';
import fixChange from './fix-change.json';
import fixText from './fix-text.json';
import fixes from './fixes.json';
import fleet from './fleet.json';
import governance from './governance.json';
import newNetwork from './new-network.json';
import partialAllocation from './partial-allocation.json';
import planFile from './plan-file.json';
import reach from './reach.json';
import request from './request.json';
import { requirementTexts } from './requirements';
import services from './services.json';
import terminal from './terminal.json';
import terraform from './terraform.json';
import sizeOptions from './size-options.json';
import writeFixes from './write-fixes.json';
import writers from './writers.json';
import { joinCatalogs, type Translation } from '../join-texts';
import type { late as english } from '../en/late';

const texts = joinCatalogs([
  onPage,
  changes,
  trees,
  unknowns,
  outcomes,
  workspaceKinds,
  wizard,
  agents,
  attach,
  attachedChecks,
  checkReasons,
  bicep,
  causes,
  comparison,
  diagnosis,
  endpoints,
  evaluation,
  existing,
  explain,
  fileActions,
  fileChecks,
  filePreview,
  files,
  teamSettings,
  findings,
  fixChange,
  fixText,
  fixes,
  fleet,
  governance,
  newNetwork,
  partialAllocation,
  planFile,
  reach,
  request,
  requirementTexts,
  services,
  terminal,
  terraform,
  sizeOptions,
  writeFixes,
  writers,
]);

/** French texts of features that load on demand. */
export const late: Translation<typeof english, typeof texts> = texts;
