import { html, nothing, type TemplateResult } from 'lit';
import type { PlanSection, SectionId } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import { plainIcon } from '../readiness/outcome-icon';

interface HeaderLook {
  readonly id: SectionId;
  readonly name: string;
  readonly section: PlanSection;
  readonly open: boolean;
  /** Said instead of what the section asks while it is open. */
  readonly line: string;
  readonly say: PageSay;
  readonly press: () => void;
}

/** A section's line: chevron, name, its choices as one sentence, and a check when it is complete. */
export function sectionHeader({ id, name, section, open, line, say, press }: HeaderLook): TemplateResult {
  const isLocked = section.locked !== null;
  const text = section.locked ?? (open ? line : section.summary);
  return html`<h2>
    <button
      type="button"
      id="header-${id}"
      class="header ${isLocked ? 'locked' : ''}"
      aria-expanded=${String(open)}
      aria-controls=${open ? `body-${id}` : nothing}
      aria-disabled=${isLocked ? 'true' : nothing}
      @click=${press}
    >
      ${plainIcon(open ? 'chevron-down' : 'chevron-right')}
      <span class="name">${name}</span>
      <span class="summary" title=${text}>${text}</span>
      ${
        section.complete
          ? html`${plainIcon('check', 'complete')}<span class="visually-hidden"
                >, ${say('page.complete')}</span
              >`
          : nothing
      }
    </button>
  </h2>`;
}
