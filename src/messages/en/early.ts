import account from './account.json';
import readiness from './readiness.json';
import changes from './changes.json';
import faults from './faults.json';
import page from './page.json';
import problems from './problems.json';
import trees from './trees.json';
import unknowns from './unknowns.json';
import outcomes from './outcomes.json';
import workspaceKinds from './workspace-kinds.json';
import wizard from './wizard.json';
import { joinCatalogs } from '../join-texts';

/** English texts that are needed before anything was asked for. */
export const early = joinCatalogs([
  account,
  readiness,
  changes,
  faults,
  page,
  problems,
  trees,
  unknowns,
  outcomes,
  workspaceKinds,
  wizard,
]);
