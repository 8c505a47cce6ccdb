import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { emitEvent } from '../readiness/call-host';
import { readinessWidthAfterKey, readinessWidths, clampReadinessWidth } from '../wizard/layout';

/**
 * The divider between the plan and Readiness. The user drags it or uses arrow keys; a double-click resets it. Event
 * `resize-readiness`.
 */
@customElement('sc-sash')
export class ScSash extends LitElement {
  @property() label = '';
  /** Width of Readiness in pixels. */
  @property({ type: Number }) value: number = readinessWidths.usual;
  @state() private dragged = false;

  static override readonly styles = css`
    :host {
      background: var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
      display: block;
      inline-size: 1px;
      position: relative;
      z-index: 2;
    }
    .sash {
      cursor: col-resize;
      inset: 0 -4px;
      outline: none;
      position: absolute;
      touch-action: none;
    }
    .sash::after {
      content: '';
      inset: 0 3px;
      position: absolute;
    }
    .sash:hover::after,
    .sash:focus-visible::after,
    .sash.dragged::after {
      background: var(--vscode-sash-hoverBorder, var(--vscode-focusBorder));
    }
  `;

  override render(): TemplateResult {
    return html`<div
      class="sash ${this.dragged ? 'dragged' : ''}"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.label}
      aria-valuenow=${this.value}
      aria-valuemin=${readinessWidths.least}
      aria-valuemax=${readinessWidths.most}
      @pointerdown=${this.onDown}
      @pointermove=${this.onMove}
      @pointerup=${this.onUp}
      @pointercancel=${this.onUp}
      @dblclick=${() => {
        emitEvent(this, 'resize-readiness', readinessWidths.usual);
      }}
      @keydown=${this.onKey}
    ></div>`;
  }

  private readonly onDown = (event: PointerEvent): void => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.dragged = true;
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (!this.dragged) return;
    const right = this.parentElement?.getBoundingClientRect().right ?? 0;
    emitEvent(this, 'resize-readiness', clampReadinessWidth(right - event.clientX));
  };

  private readonly onUp = (): void => {
    this.dragged = false;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const width = readinessWidthAfterKey(event.key, this.value);
    if (width === null) return;
    event.preventDefault();
    emitEvent(this, 'resize-readiness', width);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-sash': ScSash;
  }
}
