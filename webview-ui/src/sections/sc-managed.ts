import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Managed } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import { outcomeIcon } from '../readiness/outcome-icon';

/**
 * The workspace's managed virtual network: only its outbound rules, without a subnet to choose. Events: `set-up`,
 * `stop-waiting`, `look-again`.
 */
@customElement('sc-managed')
export class ScManaged extends LitElement {
  @property({ attribute: false }) managed!: Managed;
  @property({ attribute: false }) say!: PageSay;

  static override readonly styles = [
    nativeStyles,
    css`
      :host {
        display: block;
      }
      .heading {
        line-height: 18px;
        margin-block: 10px 4px;
      }
      .title {
        font-weight: 600;
      }
      .scroll {
        border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
        overflow-x: auto;
      }
      table {
        table-layout: fixed;
      }
      th,
      td {
        block-size: 22px;
        overflow: hidden;
        padding: 0 8px;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      th {
        border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
      }
      .state {
        align-items: center;
        display: flex;
        gap: 6px;
      }
      .set-up {
        margin-block-start: 8px;
      }
    `,
  ];

  override render(): TemplateResult {
    const { why, heading, rules, setUp, isSetUp, setUpButton } = this.managed;
    return html`
      <p>${why}</p>
      <div class="heading" id="heading">
        <span class="title">${this.say('page.managed.rules')}</span><span class="quiet"> · ${heading}</span>
      </div>
      ${rules.length === 0 ? nothing : this.renderRules()}
      <p class="set-up state">
        ${outcomeIcon(isSetUp ? 'pass' : 'info')}<span>${setUp}</span>
        ${
          setUpButton === null
            ? nothing
            : link({
                text: setUpButton.label,
                press: () => {
                  emitEvent(this, setUpButton.does);
                },
              })
        }
      </p>
    `;
  }

  private renderRules(): TemplateResult {
    const { rules } = this.managed;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-labelledby="heading">
        <table>
          <thead>
            <tr>
              <th scope="col">${this.say('page.column.rule')}</th>
              <th scope="col">${this.say('page.column.kind')}</th>
              <th scope="col">${this.say('page.column.to')}</th>
              <th scope="col">${this.say('page.column.state')}</th>
            </tr>
          </thead>
          <tbody>
            ${rules.map(
              (rule) =>
                html`<tr>
                  <td title=${rule.name}>${rule.name}</td>
                  <td class="quiet">${rule.kind}</td>
                  <td class="quiet" title=${rule.to}>${rule.to}</td>
                  <td>
                    <span class="state">${outcomeIcon(rule.active ? 'pass' : 'unknown')}${rule.state}</span>
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-managed': ScManaged;
  }
}
