import { html, type TemplateResult } from 'lit';
import type { PageSay } from '@messages/page-say';
import { groupings, type GroupedBy } from './readiness-memory';

const labels = { cause: 'board.byCause', requirement: 'board.byRequirement' } as const;

/** Renders two radio buttons in a frame, as VS Code renders a choice of views. */
export function groupingSwitch(
  chosen: GroupedBy,
  say: PageSay,
  choose: (by: GroupedBy) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    const other = groupings.find((one) => one !== chosen) ?? chosen;
    choose(other);
    const group = event.currentTarget instanceof HTMLElement ? event.currentTarget : null;
    group?.querySelector<HTMLElement>(`[data-by=${other}]`)?.focus();
  };
  return html`<div class="switch" role="radiogroup" aria-label=${say('board.view')} @keydown=${onKey}>
    ${groupings.map((by) => {
      const press = (): void => {
        choose(by);
      };
      return html`<button
        type="button"
        role="radio"
        data-by=${by}
        aria-checked=${String(by === chosen)}
        tabindex=${by === chosen ? 0 : -1}
        @click=${press}
      >
        ${say(labels[by])}
      </button>`;
    })}
  </div>`;
}
