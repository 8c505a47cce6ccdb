import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { Creation } from '@contract/wizard/creation';
import type { PageSay } from '@messages/page-say';
import { callHost, emitEvent } from '../readiness/call-host';
import { nativeStyles } from '../readiness/native-styles';
import { subpageStyles } from '../readiness/subpage-styles';
import '@vscode-elements/elements/dist/vscode-button/index.js';

type Snippet = Creation['snippets'][number];

/** Code that uses the compute resource, one language at a time, as tabs according to WAI-ARIA. */
@customElement('sc-snippets')
export class ScSnippets extends LitElement {
  @property({ attribute: false }) snippets!: readonly Snippet[];
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @state() private chosen = 0;
  @state() private isCopied = false;

  static override readonly styles = [
    nativeStyles,
    subpageStyles,
    css`
      section {
        margin-block-start: 8px;
      }
      .head {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        justify-content: space-between;
      }
      [role='tablist'] {
        display: flex;
      }
      [role='tab'] {
        background: transparent;
        border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, currentcolor));
        color: var(--vscode-foreground);
        cursor: pointer;
        font: inherit;
        padding: 2px 10px;
      }
      [role='tab'] + [role='tab'] {
        border-inline-start: 0;
      }
      [role='tab'][aria-selected='true'] {
        background: var(--vscode-list-inactiveSelectionBackground, transparent);
        font-weight: 600;
        outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      [role='tab']:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -1px;
      }
      pre {
        margin: 4px 0;
        overflow-x: auto;
        padding: 8px 10px;
        user-select: text;
      }
    `,
  ];

  override render(): TemplateResult {
    const { snippets, say, chosen } = this;
    return html`<section>
      <div class="head">
        <h3 id="title">${say('creation.snippet')}</h3>
        <div role="tablist" aria-labelledby="title" @keydown=${this.onKey}>
          ${snippets.map(
            (one, at) =>
              html`<button
                type="button"
                role="tab"
                id="tab-${one.id}"
                aria-controls="panel"
                aria-selected=${at === chosen ? 'true' : 'false'}
                tabindex=${at === chosen ? 0 : -1}
                @click=${() => {
                  this.choose(at);
                }}
              >
                ${one.label}
              </button>`,
          )}
        </div>
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${snippets[chosen]?.id ?? ''}">
        <pre tabindex="0">${snippets[chosen]?.text ?? ''}</pre>
      </div>
      <vscode-button secondary @click=${this.copy}
        >${say(this.isCopied ? 'creation.copied' : 'creation.snippetCopy')}</vscode-button
      >
    </section>`;
  }

  private choose(at: number): void {
    this.chosen = at;
    this.isCopied = false;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { length } = this.snippets;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: (this.chosen + 1) % length,
      ArrowLeft: (this.chosen + length - 1) % length,
      Home: 0,
      End: length - 1,
    };
    const next = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (next === undefined) return;
    event.preventDefault();
    this.choose(next);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    });
  };

  private readonly copy = (): void => {
    const { id = 'python' } = this.snippets[this.chosen] ?? {};
    void callHost(this, this.client.copySnippet({ id })).then((done) => {
      if (!done) return;
      this.isCopied = true;
      emitEvent(this, 'speak', this.say('creation.copied'));
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-snippets': ScSnippets;
  }
}
