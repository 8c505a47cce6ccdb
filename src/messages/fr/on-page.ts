import type { PageKey } from '../en/on-page';
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

/** French texts that the page words itself; all others come worded from the host. */
export const onPage: Readonly<Record<PageKey, string>> = joinTexts([
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
