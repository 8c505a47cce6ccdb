import { joinCatalogs, type Translation } from '../join-texts';
import type { onPage as english } from '../en/on-page';
import attach from './attach.json';
import readiness from './readiness.json';
import changes from './changes.json';
import fixChange from './fix-change.json';
import newNetwork from './new-network.json';
import page from './page.json';
import filePreviewPage from './file-preview-page.json';
import problems from './problems.json';
import requestPage from './request-page.json';
import sizeOptions from './size-options.json';
import workspaceKinds from './workspace-kinds.json';

const texts = joinCatalogs([
  attach,
  readiness,
  changes,
  fixChange,
  newNetwork,
  page,
  filePreviewPage,
  problems,
  requestPage,
  sizeOptions,
  workspaceKinds,
]);

/** French texts that the page formats itself; the host formats all others. */
export const onPage: Translation<typeof english, typeof texts> = texts;
