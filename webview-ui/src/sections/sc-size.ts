import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SelectOption, PlanView, VmSizeRow } from '@contract/wizard/plan';
import { outcomeIcon } from '../readiness/outcome-icon';
import '../combobox/sc-combobox';
import type { ComboOption } from '../combobox/options';
import { listSentence } from '../list/list-sentence';
import { missingLine } from './missing-line';
import './sc-capacity';
import './sc-choices';
import './sc-size-options';
import { SizeFields } from './size-fields';

type NumberField = 'minNodes' | 'maxNodes' | 'idleMinutes';
type Nodes = NonNullable<PlanView['size']['nodes']>;

/** Name, machine size, and nodes. */
@customElement('sc-size')
export class ScSize extends SizeFields {
  @property({ attribute: false }) missing: string | null = null;
  private options: readonly ComboOption[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('plan')) return;
    const { rows } = this.plan.size.vmSizes;
    if (changed.get('plan')?.size.vmSizes.rows !== rows) this.options = rows.map((row) => this.optionOf(row));
  }

  override render(): TemplateResult {
    const { nodes } = this.plan.size;
    return html`
      <div class="columns ${this.layout === 'narrow' ? '' : 'two'}">
        <div>${this.renderName()}</div>
        <div>${this.renderMachine()}</div>
        ${
          nodes === null
            ? nothing
            : html`<div class="whole">${this.renderNodes(nodes)}</div>
                <div>${this.renderIdle(nodes)}</div>
                <div>${this.renderPriority(nodes)}</div>`
        }
      </div>
      <sc-size-options
        .plan=${this.plan}
        .client=${this.client}
        .say=${this.say}
        .layout=${this.layout}
      ></sc-size-options>
      ${missingLine(this.missing)}
    `;
  }

  private renderMachine(): TemplateResult {
    const { vmSizes, vmSize, quota } = this.plan.size;
    const price = vmSizes.rows.find((one) => one.name === vmSize)?.price ?? null;
    const about = [quota?.text, price].filter((one) => one !== undefined && one !== null).join(' · ');
    return html`
      <span class="label" aria-hidden="true">${this.say('page.vmSize')}</span>
      <sc-combobox
        label=${this.say('page.vmSize')}
        placeholder=${this.say(vmSizes.state.is === 'reading' ? 'page.list.reading' : 'page.vmSize.choose')}
        .options=${this.options}
        .value=${vmSize}
        .about=${about}
        .say=${this.say}
        @pick=${(event: CustomEvent<string>) => {
          this.change({ vmSize: event.detail });
        }}
      ></sc-combobox>
      ${listSentence(this, vmSizes.state, this.say)}
      ${
        about === ''
          ? nothing
          : html`<div class="under">
              ${quota?.shortage ? outcomeIcon(quota.shortage) : nothing}<span title=${this.say('term.quota')}
                >${about}</span
              >
            </div>`
      }
    `;
  }

  private renderNodes(nodes: Nodes): TemplateResult {
    const { capacity } = this.plan.size;
    return html`
      <div role="group" aria-labelledby="nodes">
        <span class="label" id="nodes">${this.say('page.nodes')}</span>
        <div class="inline">
          <span aria-hidden="true">${this.say('page.nodes.from')}</span>
          ${this.renderNumber('minNodes', nodes.min, this.say('page.nodes.least'))}
          <span aria-hidden="true">${this.say('page.nodes.to')}</span>
          ${this.renderNumber('maxNodes', nodes.max, this.say('page.nodes.most'))}
          ${capacity === null ? nothing : html`<span class="about">${this.say('page.nodes.line')}</span>`}
        </div>
        ${
          nodes.problem === null
            ? nothing
            : html`<div class="under" role="status">
                ${outcomeIcon('error')}<span>${nodes.problem}</span>
              </div>`
        }
        ${
          capacity === null
            ? nothing
            : html`<sc-capacity
                .capacity=${capacity}
                .say=${this.say}
                @set-nodes=${(event: CustomEvent<number>) => {
                  this.change({ maxNodes: event.detail });
                }}
              ></sc-capacity>`
        }
      </div>
    `;
  }

  private renderIdle(nodes: Nodes): TemplateResult {
    return html`
      <span class="label" aria-hidden="true">${this.say('page.idle')}</span>
      <div class="inline">
        ${this.renderNumber('idleMinutes', nodes.idleMinutes, this.say('page.idle.name'))}
        <span class="quiet" aria-hidden="true">${this.say('page.idle.minutes')}</span>
      </div>
    `;
  }

  private renderPriority(nodes: Nodes): TemplateResult {
    const choices: SelectOption[] = (['Dedicated', 'LowPriority'] as const).map((value) => ({
      value,
      label: this.say(`page.priority.${value}`),
      line: value === 'LowPriority' ? this.say('page.priority.LowPriority.line') : '',
      available: true,
      help: null,
    }));
    return html`<sc-choices
      inline
      label=${this.say('page.priority')}
      .choices=${choices}
      .value=${nodes.priority}
      @pick=${(event: CustomEvent<string>) => {
        this.change({ priority: event.detail === 'LowPriority' ? 'LowPriority' : 'Dedicated' });
      }}
    ></sc-choices>`;
  }

  private renderNumber(field: NumberField, value: number, label: string): TemplateResult {
    return this.numberBox(field, value, {
      label,
      isWrong: false,
      send: (typed) => {
        this.change({ [field]: typed });
      },
    });
  }

  private optionOf({ name, cores, memory, gpus, quota, price, available }: VmSizeRow): ComboOption {
    const count = this.say('page.vmSize.cores', { n: cores });
    const gpu = gpus > 0 ? this.say('page.vmSize.gpus', { n: gpus }) : '–';
    return {
      id: name,
      label: name,
      details: [count, memory, gpu, quota, price ?? '–'],
      more: `${count}, ${memory}`,
      quiet: !available,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-size': ScSize;
  }
}
