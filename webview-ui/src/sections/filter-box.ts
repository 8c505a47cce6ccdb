import { html, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { emitEvent } from '../readiness/call-host';
import { plainIcon } from '../readiness/outcome-icon';

/** A section whose lists are filtered by a single text. */
type Filtered = LitElement & { readonly filter: string };

/**
 * Renders the box above the lists. The typed text is emitted as `filter`. Escape clears it. Escape again, or the arrow,
 * moves to the list.
 */
export function filterBox(section: Filtered, label: string): TemplateResult {
  return html`<div class="input filter">
    ${plainIcon('filter')}
    <input
      type="text"
      spellcheck="false"
      autocomplete="off"
      aria-label=${label}
      placeholder=${label}
      .value=${live(section.filter)}
      @input=${(event: Event) => {
        emitEvent(section, 'filter', (event.currentTarget as HTMLInputElement).value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        onKey(section, event);
      }}
    />
  </div>`;
}

/** Shows the whole lists again, for another text. */
export function clearFilter(section: Filtered): void {
  emitEvent(section, 'filter', '');
  focusFilterBox(section);
}

/** Moves the focus to the filter box; false if the section doesn't show one now. */
export function focusFilterBox(section: Filtered): boolean {
  const box = section.renderRoot.querySelector<HTMLInputElement>('.filter input');
  box?.select();
  box?.focus();
  return box !== null;
}

function onKey(section: Filtered, event: KeyboardEvent): void {
  if (event.key === 'Escape' && section.filter !== '') emitEvent(section, 'filter', '');
  else if (event.key === 'Escape' || event.key === 'ArrowDown') {
    section.renderRoot.querySelector<HTMLElement>('sc-list')?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
