import { html, type TemplateResult } from 'lit';
import { codicons, type Codicon } from '@contract/wizard/codicons';
import { outcomeIcons } from '@contract/wizard/outcome-icons';
import type { OutcomeIcon } from '@contract/wizard/shared-schemas';

/** Renders a result's icon (its color: native-styles.ts). */
export function outcomeIcon(icon: OutcomeIcon): TemplateResult {
  return plainIcon(outcomeIcons[icon].codicon, icon);
}

/** Renders an icon as a character of VS Code's icon font. It's hidden from screen readers, which read the text. */
export function plainIcon(name: Codicon, kind = ''): TemplateResult {
  return html`<i
    class="icon ${kind}"
    data-glyph=${String.fromCodePoint(codicons[name])}
    aria-hidden="true"
  ></i>`;
}
