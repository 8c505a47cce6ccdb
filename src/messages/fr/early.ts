import { account } from './account';
import { board } from './board';
import { changes } from './changes';
import { faults } from './faults';
import { page } from './page';
import { problems } from './problems';
import { trees } from './trees';
import { unknowns } from './unknowns';
import { verdicts } from './verdicts';
import { workspaceKinds } from './workspace-kinds';
import { wizard } from './wizard';
import { joinTexts } from '../join-texts';

/** French texts that are needed before anything was asked for. */
export const early = joinTexts([
  account,
  board,
  changes,
  faults,
  page,
  problems,
  trees,
  unknowns,
  verdicts,
  workspaceKinds,
  wizard,
]);
