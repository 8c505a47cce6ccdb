import { accountMessages } from './account';
import { readinessMessages } from './readiness';
import { changesMessages } from './changes';
import { faultsMessages } from './faults';
import { pageMessages } from './page';
import { problemsMessages } from './problems';
import { treesMessages } from './trees';
import { unknownsMessages } from './unknowns';
import { outcomesMessages } from './outcomes';
import { workspaceKindsMessages } from './workspace-kinds';
import { wizardMessages } from './wizard';
import { joinCatalogs } from '../join-texts';

/** French texts that are needed before anything was asked for. */
export const early = joinCatalogs([
  accountMessages,
  readinessMessages,
  changesMessages,
  faultsMessages,
  pageMessages,
  problemsMessages,
  treesMessages,
  unknownsMessages,
  outcomesMessages,
  workspaceKindsMessages,
  wizardMessages,
]);
