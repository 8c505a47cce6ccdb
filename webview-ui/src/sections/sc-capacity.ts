import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Capacity } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { emitEvent } from '../readiness/call-host';
import { nativeStyles } from '../readiness/native-styles';
import { outcomeIcon } from '../readiness/outcome-icon';
import { capacityParts, type CapacityPart } from './capacity-parts';

/**
 * The subnet's addresses as a bar, with parts distinguished by pattern and number, never by color. Event `set-nodes`.
 */
@customElement('sc-capacity')
export class ScCapacity extends LitElement {
  @property({ attribute: false }) capacity: Capacity | null = null;
  @property({ attribute: false }) say!: PageSay;

  static override readonly styles = [
    nativeStyles,
    css`
      :host {
        display: block;
        --ink: var(--vscode-charts-foreground, var(--vscode-foreground));
        --dot: radial-gradient(circle, var(--ink) 0 1px, transparent 1.4px);
        --line: repeating-linear-gradient(45deg, var(--ink) 0 2px, transparent 2px 4px);
      }
      .bar {
        block-size: 10px;
        border: 1px solid var(--ink);
        display: flex;
        inline-size: 100%;
      }
      .part {
        flex: 0 0 auto;
      }
      .part + .part {
        border-inline-start: 1px solid var(--ink);
      }
      .inUse {
        background: var(--ink);
      }
      .reserved {
        background: var(--dot) 0 0 / 4px 4px;
      }
      .plan {
        background: var(--line);
      }
      .short {
        background:
          repeating-linear-gradient(45deg, var(--signal) 0 2px, transparent 2px 4px),
          repeating-linear-gradient(-45deg, var(--signal) 0 2px, transparent 2px 4px);
      }
      :host {
        --signal: var(--vscode-problemsWarningIcon-foreground);
      }
      .error {
        --signal: var(--vscode-charts-red, var(--vscode-problemsErrorIcon-foreground));
      }
      .legend {
        column-gap: 18px;
        display: flex;
        flex-wrap: wrap;
        line-height: 18px;
        margin-block-start: 4px;
      }
      .legend span {
        align-items: center;
        display: inline-flex;
        gap: 5px;
      }
      i {
        block-size: 11px;
        border: 1px solid var(--ink);
        inline-size: 11px;
      }
      .needs {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-block-start: 4px;
      }
      @media (forced-colors: active) {
        :host,
        .error {
          --ink: CanvasText;
          --signal: CanvasText;
        }
        .part,
        i {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { capacity } = this;
    if (capacity === null) return nothing;
    const parts = capacityParts(capacity);
    return html`
      <div
        class="bar ${capacity.shortage ?? ''}"
        role="img"
        aria-label=${capacity.text}
        title=${this.say('page.capacity.kept')}
      >
        ${parts
          .filter((part) => part.share > 0)
          .map(
            (part) =>
              html`<div class="part ${part.kind}" .style=${`width: ${String(part.share * 100)}%`}></div>`,
          )}
      </div>
      <div class="legend ${capacity.shortage ?? ''}" aria-hidden="true">
        <span>${this.say('page.capacity.total', { n: capacity.total })}</span>
        ${parts.map((part) => html`<span><i class=${part.kind}></i>${this.partText(part, capacity)}</span>`)}
      </div>
      ${this.renderShort(capacity)}
    `;
  }

  private renderShort({ short, shortage, setTo }: Capacity): TemplateResult | typeof nothing {
    if (short === null || shortage === null) return nothing;
    return html`<div class="needs">
      ${outcomeIcon(shortage)}<span>${short}</span>
      ${
        setTo === null
          ? nothing
          : html`<vscode-button
              secondary
              class="small"
              @click=${() => {
                emitEvent(this, 'set-nodes', setTo);
              }}
              >${this.say('page.nodes.setTo', { n: setTo })}</vscode-button
            >`
      }
    </div>`;
  }

  private partText({ kind, n }: CapacityPart, { reservedFor }: Capacity): string {
    switch (kind) {
      case 'unreadable':
        return this.say('page.capacity.unreadable');
      case 'inUse':
        return this.say('page.capacity.inUse', { n });
      case 'reserved':
        return reservedFor === null
          ? this.say('page.capacity.reserved', { n })
          : this.say('page.capacity.reservedFor', { n, who: reservedFor });
      case 'plan':
      case 'short':
        return this.say('page.capacity.plan', { n });
      case 'left':
        return this.say('page.capacity.left', { n });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-capacity': ScCapacity;
  }
}
