import { joinCatalogs, type Translation } from '../join-texts';
import type { onPage as english } from '../en/on-page';
import attachPage from './attach-page.json';
import readiness from './readiness.json';
import page from './page.json';
import filePreviewPage from './file-preview-page.json';
import requestPage from './request-page.json';
import sizeOptionsPage from './size-options-page.json';

const texts = joinCatalogs([attachPage, readiness, page, filePreviewPage, requestPage, sizeOptionsPage]);

/** French texts that the page formats itself; the host formats all others. */
export const onPage: Translation<typeof english, typeof texts> = texts;
