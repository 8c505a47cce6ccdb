import { joinCatalogs } from '../join-texts';
import attachPage from './attach-page.json';
import readiness from './readiness.json';
import page from './page.json';
import filePreviewPage from './file-preview-page.json';
import requestPage from './request-page.json';
import sizeOptionsPage from './size-options-page.json';

/** English texts that the page formats itself; the host formats all others. */
export const onPage = joinCatalogs([
  attachPage,
  readiness,
  page,
  filePreviewPage,
  requestPage,
  sizeOptionsPage,
]);

export type PageKey = keyof typeof onPage;
