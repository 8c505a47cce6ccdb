import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SelectOption } from '@contract/wizard/plan';
import { emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';

/**
 * Radio buttons, each with a line about its consequences, or why it isn't available. They are native, because the
 * library's announce “checkbox” to a screen reader. Events: `pick` (value), `act` (ID of the help link). A choice stays
 * selected while it is sent to the host, whatever is rendered in the meantime.
 */
@customElement('sc-choices')
export class ScChoices extends LitElement {
  @property() label = '';
  @property({ attribute: false }) choices: readonly SelectOption[] = [];
  @property({ attribute: false }) value: string | null = null;
  /** Headings before a choice, by its value, if the choices are of several kinds. */
  @property({ attribute: false }) headings: ReadonlyMap<string, string> = new Map();
  /** Whether choices are side by side instead of stacked. */
  @property({ type: Boolean, reflect: true }) inline = false;

  static override readonly styles = [
    nativeStyles,
    css`
      :host {
        display: block;
      }
      .label {
        font-weight: 600;
        line-height: 18px;
        margin-block-end: 4px;
      }
      .choice + .choice {
        margin-block-start: 6px;
      }
      :host([inline]) .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 24px;
      }
      :host([inline]) .choice + .choice {
        margin-block-start: 0;
      }
      .heading {
        color: var(--vscode-descriptionForeground);
        line-height: 18px;
        margin-block: 10px 4px;
      }
      .heading:first-child {
        margin-block-start: 0;
      }
      label {
        align-items: center;
        cursor: pointer;
        display: flex;
        gap: 8px;
        inline-size: fit-content;
        min-block-size: 22px;
      }
      .line {
        color: var(--vscode-descriptionForeground);
        line-height: 18px;
        margin-inline-start: 26px;
      }
      .unavailable label {
        color: var(--vscode-disabledForeground);
        cursor: default;
      }
      input {
        appearance: none;
        background: var(--vscode-checkbox-background, var(--vscode-settings-checkboxBackground, transparent));
        block-size: 18px;
        border: 1px solid
          var(--vscode-checkbox-border, var(--vscode-settings-checkboxBorder, var(--vscode-contrastBorder)));
        border-radius: 50%;
        flex: none;
        inline-size: 18px;
        margin: 0;
        position: relative;
      }
      input:checked::after {
        background: var(--vscode-checkbox-foreground, var(--vscode-foreground));
        border-radius: 50%;
        content: '';
        inset: 4px;
        position: absolute;
      }
      input:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -1px;
      }
      @media (forced-colors: active) {
        input:checked::after {
          background: CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`
      <div class="label" id="label">${this.label}</div>
      <div class="choices" role="radiogroup" aria-labelledby="label">
        ${this.choices.map((choice) => this.renderChoice(choice))}
      </div>
    `;
  }

  override focus(): void {
    const input =
      this.renderRoot.querySelector<HTMLInputElement>('input:checked') ??
      this.renderRoot.querySelector('input');
    input?.focus();
  }

  /** Shows the host's value again, after it refused a choice. */
  restore(): void {
    for (const input of this.renderRoot.querySelectorAll('input')) input.checked = input.value === this.value;
  }

  private renderChoice(choice: SelectOption): TemplateResult {
    const { value, label, line, available, help } = choice;
    const lineId = `line-${value}`;
    const heading = this.headings.get(value);
    return html`${heading === undefined ? nothing : html`<div class="heading">${heading}</div>`}
      <div class="choice ${available ? '' : 'unavailable'}">
        <label>
          <input
            type="radio"
            name="choice"
            value=${value}
            .checked=${value === this.value}
            ?disabled=${!available}
            aria-describedby=${line === '' ? nothing : lineId}
            @change=${() => {
              emitEvent(this, 'pick', value);
            }}
          />
          ${label}
        </label>
        ${
          line === ''
            ? nothing
            : html`<div class="line">
                <span id=${lineId}>${line}</span>
                ${
                  help === null
                    ? nothing
                    : link({
                        text: help.label,
                        press: () => {
                          emitEvent(this, 'act', help.id);
                        },
                      })
                }
              </div>`
        }
      </div>`;
  }
}

/** Reverts a choice that the host refused. */
export async function orRestore({ target }: Event, isAccepted: Promise<boolean>): Promise<void> {
  if (!(await isAccepted) && target instanceof ScChoices) target.restore();
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-choices': ScChoices;
  }
}
