import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { RegionRow, RegionsView } from '@contract/wizard/service-regions';
import type { Say } from '@messages/say';
import { callHost } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import '../combobox/sc-combobox';
import type { ComboOption } from '../combobox/options';
import { sectionStyles } from './section-styles';

/** Value that isn't the name of a region. */
const none = '';

/** Regions of services that Azure didn't return, with a box for each. */
@customElement('sc-regions')
export class ScRegions extends LitElement {
  @property({ attribute: false }) view!: RegionsView;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: Say;
  @state() private isOpen = false;
  private options: readonly ComboOption[] = [];

  static override readonly styles = [
    nativeStyles,
    sectionStyles,
    css`
      .regions {
        display: grid;
        gap: 8px 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr));
        margin-block: 6px;
      }
      .name {
        display: block;
        line-height: 18px;
        margin-block-end: 2px;
      }
      .under {
        margin: 0;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view')) return;
    this.options = this.view.options.map(({ id, label }) => ({ ...option(id, label), details: [id] }));
  }

  override render(): TemplateResult {
    const { rows, more } = this.view;
    const shown = this.isOpen ? [...rows, ...more] : rows;
    return html`
      ${
        shown.length === 0
          ? nothing
          : html`<div role="group" aria-labelledby="heading" aria-describedby="line">
              <span class="label" id="heading">${this.say('page.regions')}</span>
              <div class="under" id="line">${this.say('page.regions.line')}</div>
              <div class="regions">${shown.map((row) => this.renderRow(row, shown))}</div>
            </div>`
      }
      ${more.length === 0 ? nothing : this.renderMore()}
    `;
  }

  private renderRow(row: RegionRow, shown: readonly RegionRow[]): TemplateResult {
    const { label, region } = row;
    return html`<div>
      <span class="name" aria-hidden="true">${label}</span>
      <sc-combobox
        label=${label}
        .options=${[{ ...option(none, row.none), details: [''] }, ...this.options]}
        .value=${region ?? none}
        .say=${this.say}
        @pick=${(event: CustomEvent<string>) => {
          this.choose(row, event.detail, shown);
        }}
      ></sc-combobox>
    </div>`;
  }

  private renderMore(): TemplateResult {
    return link({
      text: this.say('page.regions.more'),
      expanded: this.isOpen,
      press: () => {
        this.isOpen = !this.isOpen;
      },
    });
  }

  /** Emits all of a service's rows after one of them changed. */
  private choose(row: RegionRow, picked: string, shown: readonly RegionRow[]): void {
    const { service } = row;
    const regions = shown
      .filter((one) => one.service === service)
      .map((one) => (one === row ? picked : (one.region ?? none)))
      .filter((one) => one !== none);
    void callHost(this, this.client.chooseRegions({ service, regions }));
  }
}

function option(id: string, label: string): ComboOption {
  return { id, label, details: [], more: '', quiet: false };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-regions': ScRegions;
  }
}
