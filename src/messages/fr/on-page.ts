import type { PageKey } from '../en/on-page';
import { joinCatalogs } from '../join-texts';
import { attachMessages } from './attach';
import { readinessMessages } from './readiness';
import { changesMessages } from './changes';
import { fixChangeMessages } from './fix-change';
import { newNetworkMessages } from './new-network';
import { pageMessages } from './page';
import { problemsMessages } from './problems';
import { sizeOptionsMessages } from './size-options';
import { workspaceKindsMessages } from './workspace-kinds';

/** French texts that the page words itself; all others come worded from the host. */
export const onPage: Readonly<Record<PageKey, string>> = joinCatalogs([
  attachMessages,
  readinessMessages,
  changesMessages,
  fixChangeMessages,
  newNetworkMessages,
  pageMessages,
  problemsMessages,
  sizeOptionsMessages,
  workspaceKindsMessages,
]);
