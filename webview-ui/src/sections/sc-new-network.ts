import { html, nothing, type TemplateResult, css } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { NewNetworkView } from '@contract/wizard/new-network';
import { callHost, emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { orRestore } from './sc-choices';
import { missingLine } from './missing-line';
import { TypedFields } from './typed-fields';

const newNetworkStyles = css`
  .head {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    justify-content: space-between;
    margin-block-end: 4px;
  }
  .title {
    font-weight: 600;
  }
  .about-network {
    color: var(--vscode-descriptionForeground);
    margin-block: 0 12px;
    max-inline-size: 820px;
  }
  .value {
    line-height: 26px;
  }
  .connection,
  .table {
    margin-block-start: 14px;
  }
  .scroll {
    border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    margin-block-start: 4px;
    overflow-x: auto;
  }
  .scroll:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  th,
  td {
    block-size: 22px;
    padding: 0 8px;
    white-space: nowrap;
  }
  th {
    border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
`;

type Field = NewNetworkView['fields'][number];
type Table = NewNetworkView['tables'][number];

/** A network that doesn't exist yet: its names and addresses, and what will be created. Event: `leave`. */
@customElement('sc-new-network')
export class ScNewNetwork extends TypedFields {
  @property({ attribute: false }) view!: NewNetworkView;
  @property({ attribute: false }) missing: string | null = null;
  /** Open tables. Tables of rules are long, so they are opened individually. */
  @state() private open: ReadonlySet<number> = new Set();

  static override readonly styles = [...TypedFields.styles, newNetworkStyles];

  override render(): TemplateResult {
    const { say, view } = this;
    return html`
      <div class="head">
        <span class="title">${say('newNetwork.heading')}</span>
        ${link({
          text: say('newNetwork.existing'),
          press: () => {
            emitEvent(this, 'leave');
          },
        })}
      </div>
      <p class="about-network">${say('newNetwork.about')}</p>
      <div class="columns ${this.layout === 'narrow' ? '' : 'two'}">
        ${view.fields.map(
          (field) =>
            html`<div>${this.renderField(field)}</div>
              ${field.field === 'addressSpace' ? this.renderRegion() : nothing}`,
        )}
      </div>
      ${view.connection === null ? nothing : this.renderConnection(view.connection)}
      ${missingLine(this.missing)} ${view.tables.map((table, at) => this.renderTable(table, at))}
    `;
  }

  /** Moves the focus to the first box, where a user starts who just came here. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  }

  /** Renders the region next to the addresses. The workspace determines it. */
  private renderRegion(): TemplateResult {
    return html`<div>
      <span class="label">${this.say('newNetwork.region')}</span>
      <div class="value">${this.view.region}</div>
    </div>`;
  }

  /** Renders the connection with the workspace. It incurs costs, so it is a separate choice that is off at first. */
  private renderConnection({
    label,
    choices,
    chosen,
  }: NonNullable<NewNetworkView['connection']>): TemplateResult {
    return html`<sc-choices
      class="connection"
      label=${label}
      .choices=${choices}
      .value=${chosen}
      @pick=${(event: CustomEvent<string>) => {
        const picked = choices.find(({ value }) => value === event.detail);
        if (!picked) return;
        void orRestore(event, callHost(this, this.client.changeNewNetwork({ connection: picked.value })));
      }}
    ></sc-choices>`;
  }

  private renderField({ field, label, value, under, is }: Field): TemplateResult {
    return html`
      <span class="label" aria-hidden="true">${label}</span>
      ${this.textBox(field, value, {
        label,
        about: `under-${field}`,
        isWrong: is === 'error',
        send: (text) => {
          void callHost(this, this.client.changeNewNetwork({ field, text }));
        },
      })}
      <div class="under" role="status" id="under-${field}">
        ${is === 'fine' ? nothing : outcomeIcon(is)}<span>${under}</span>
      </div>
    `;
  }

  /** Renders a table. The resources to create are always visible; the rules of each direction are opened on demand. */
  private renderTable(table: Table, at: number): TemplateResult {
    if (at === 0) {
      return html`<div class="table">
        <span class="label">${table.title}</span>${this.renderRows(table)}
      </div>`;
    }
    const isOpen = this.open.has(at);
    return html`<div class="table">
      ${plainIcon(isOpen ? 'chevron-down' : 'chevron-right')}
      ${link({
        text: table.title,
        expanded: isOpen,
        press: () => {
          this.toggle(at);
        },
      })}
      ${isOpen ? this.renderRows(table) : nothing}
    </div>`;
  }

  private toggle(at: number): void {
    const open = new Set(this.open);
    if (!open.delete(at)) open.add(at);
    this.open = open;
  }

  private renderRows({ title, columns, rows }: Table): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-new-network': ScNewNetwork;
  }
}
