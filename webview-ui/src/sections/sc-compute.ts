import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { PlanView } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import { callHost } from '../readiness/call-host';
import { nativeStyles } from '../readiness/native-styles';
import { missingLine } from './missing-line';
import { orRestore } from './sc-choices';
import { sectionStyles } from './section-styles';

/** Kind of compute resource, and its public IP. */
@customElement('sc-compute')
export class ScCompute extends LitElement {
  @property({ attribute: false }) plan!: PlanView;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) missing: string | null = null;

  static override readonly styles = [nativeStyles, sectionStyles];

  override render(): TemplateResult {
    const { kinds, kind, publicIps, publicIp } = this.plan.compute;
    return html`
      <div class="field">
        <sc-choices
          label=${this.say('page.kind')}
          .choices=${kinds}
          .headings=${this.headings()}
          .value=${kind}
          @pick=${this.onKind}
        ></sc-choices>
      </div>
      ${
        publicIps.length === 0
          ? nothing
          : html`<div class="field">
              <sc-choices
                label=${this.say('page.publicIp')}
                .choices=${publicIps}
                .value=${publicIp}
                @pick=${this.onPublicIp}
              ></sc-choices>
            </div>`
      }
      ${missingLine(this.missing)}
    `;
  }

  /** Returns a heading before the first kind of each action. */
  private headings(): ReadonlyMap<string, string> {
    const { kinds } = this.plan.compute;
    const first = kinds.filter(({ action }, index) => kinds[index - 1]?.action !== action);
    return new Map(first.map(({ value, action }) => [value, this.say(`page.kind.${action}`)]));
  }

  private readonly onKind = (event: CustomEvent<string>): void => {
    const kind = this.plan.compute.kinds.find((one) => one.value === event.detail);
    if (kind) void orRestore(event, callHost(this, this.client.chooseKind({ kind: kind.value })));
  };

  private readonly onPublicIp = (event: CustomEvent<string>): void => {
    void orRestore(event, callHost(this, this.client.choosePublicIp({ publicIp: event.detail === 'yes' })));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-compute': ScCompute;
  }
}
