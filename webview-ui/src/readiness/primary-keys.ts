import { html, type TemplateResult } from 'lit';
import type { PageSay } from '@messages/page-say';

/** Renders the keyboard shortcut of the page's primary button. */
export function primaryKeys(say: PageSay): TemplateResult {
  const isMac = navigator.userAgent.includes('Mac');
  return html`<kbd aria-hidden="true">${say(isMac ? 'page.continue.keysMac' : 'page.continue.keys')}</kbd>`;
}
