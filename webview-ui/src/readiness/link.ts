import { html, nothing, type TemplateResult } from 'lit';

interface Link {
  readonly text: string;
  readonly press: (event: Event) => void;
  /** It can be reached by Tab; links of a row that is not the current one are not. */
  readonly reachable?: boolean;
  /** It opens a page and so is a link, not a button. */
  readonly opens?: boolean;
  readonly mono?: boolean;
  /** Whether what it opens in place is open; left out where it opens nothing in place. */
  readonly expanded?: boolean;
  readonly label?: string;
}

/** A button that looks like a link, as VS Code's own pages have them. */
export function link(of: Link): TemplateResult {
  return html`<button
    type="button"
    class="link ${of.mono ? 'mono' : ''}"
    role=${of.opens ? 'link' : nothing}
    tabindex=${of.reachable === false ? -1 : 0}
    aria-expanded=${of.expanded === undefined ? nothing : String(of.expanded)}
    aria-label=${of.label ?? nothing}
    @click=${of.press}
  >
    ${of.text}
  </button>`;
}
