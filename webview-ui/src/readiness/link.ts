import { html, nothing, type TemplateResult } from 'lit';

interface Link {
  readonly text: string;
  readonly press: (event: Event) => void;
  /** Whether Tab reaches it. Links of a row that isn't current aren't reachable. */
  readonly reachable?: boolean;
  /** Whether it opens a page and so is a link instead of a button. */
  readonly opens?: boolean;
  readonly mono?: boolean;
  /** Whether the content that it opens in place is open; omitted if it doesn't open anything in place. */
  readonly expanded?: boolean;
  readonly label?: string;
}

/** Renders a button that looks like a link, as in VS Code's own pages. */
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
