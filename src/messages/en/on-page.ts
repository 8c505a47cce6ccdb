import { joinTexts } from '../join-texts';
import { attach } from './attach';
import { board } from './board';
import { changes } from './changes';
import { fixChange } from './fix-change';
import { newNetwork } from './new-network';
import { page } from './page';
import { problems } from './problems';
import { sizeOptions } from './size-options';
import { workspaceKinds } from './workspace-kinds';

/** English texts that the page words itself; all others come worded from the host. */
export const onPage = joinTexts([
  attach,
  board,
  changes,
  fixChange,
  newNetwork,
  page,
  problems,
  sizeOptions,
  workspaceKinds,
]);

export type PageKey = keyof typeof onPage;
