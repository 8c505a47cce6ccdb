import { html, nothing, type TemplateResult } from 'lit';
import type { PageSay } from '@messages/page-say';
import { outcomeIcon, plainIcon } from './outcome-icon';
import type { TreeRow } from './tree-rows';

type PlainLine = Extract<TreeRow, { is: 'group' | 'fold' | 'earlier' | 'none' }>;

/** Renders the cell of a line that only opens or only shows text. */
export function plainCell(line: PlainLine, say: PageSay, toggle: () => void): TemplateResult {
  switch (line.is) {
    case 'group':
      return groupCell(line, toggle);
    case 'fold':
      return html`<div role="gridcell" class="head" @click=${toggle}>
        ${plainIcon('chevron-right', 'chevron')}${outcomeIcon(line.fold.icon)}
        <span class="words">${line.fold.text}</span>
      </div>`;
    case 'earlier':
      return html`<div role="gridcell" class="head">
        ${outcomeIcon('error')}<span class="words">${line.earlier.text}</span>
        <span class="sum">${say('board.fixFirst')}</span>
      </div>`;
    case 'none':
      return html`<div role="gridcell" class="head">
        ${outcomeIcon('unfit')}
        <div class="words">
          <div class="name">${line.none.name}</div>
          <div class="verdict">${line.none.why}</div>
        </div>
      </div>`;
  }
}

function groupCell({ group, expanded }: TreeRow & { is: 'group' }, toggle: () => void): TemplateResult {
  const { title, summary, icon, amongCauses } = group;
  const shown = icon !== null && (amongCauses || expanded === false) ? outcomeIcon(icon) : nothing;
  const words = html`<span class="title">${title}</span>
    <span class="sum">${amongCauses ? nothing : shown}${summary}</span>`;
  return html`<div role="gridcell" class="head ${amongCauses ? 'lead' : ''}" @click=${toggle}>
    ${plainIcon('chevron-right', 'chevron')}${amongCauses ? html`${shown}<span class="pair">${words}</span>` : words}
  </div>`;
}
