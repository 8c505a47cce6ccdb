import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AccessFields, AccessView } from '@contract/wizard/attach';
import type { SelectOption } from '@contract/wizard/plan';
import { callHost } from '../readiness/call-host';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { missingLine } from './missing-line';
import './sc-choices';
import { SizeFields } from './size-fields';

type Ssh = NonNullable<AccessView['ssh']>;

/** Name, and how Azure ML accesses the attached resource. Secrets are never here: VS Code prompts for them later. */
@customElement('sc-access')
export class ScAccess extends SizeFields {
  @property({ attribute: false }) access!: AccessView;
  @property({ attribute: false }) missing: string | null = null;

  override render(): TemplateResult {
    const { ssh } = this.access;
    return html`
      <div class="columns ${this.layout === 'narrow' ? '' : 'two'}">
        <div>${this.renderName()}</div>
        <div>${this.renderAddress()}</div>
        ${
          ssh === null
            ? html`<div class="under whole">
                ${plainIcon('key')}<span>${this.say('attach.token.line')}</span>
              </div>`
            : this.renderSsh(ssh)
        }
      </div>
      ${missingLine(this.missing)}
    `;
  }

  /** Renders the target's own address, which can't be changed here. */
  private renderAddress(): TemplateResult {
    const { address, ssh } = this.access;
    const label = this.say(ssh === null ? 'page.access.url' : 'page.access.address');
    return html`
      <span class="label" aria-hidden="true">${label}</span>
      <input
        class="input"
        type="text"
        readonly
        aria-label=${label}
        aria-invalid=${String(address.isMissing)}
        .value=${address.text}
      />
    `;
  }

  private renderSsh(ssh: Ssh): TemplateResult {
    return html`
      <div>${this.renderUser(ssh)}</div>
      <div>${this.renderPort(ssh)}</div>
      <div class="whole">
        <sc-choices
          label=${this.say('page.access.signIn')}
          .choices=${this.signIns()}
          .value=${ssh.signIn}
          @pick=${(event: CustomEvent<string>) => {
            this.changeAccess({ signIn: event.detail === 'key' ? 'key' : 'password' });
          }}
        ></sc-choices>
      </div>
    `;
  }

  private renderUser({ user, userFault }: Ssh): TemplateResult {
    const label = this.say('page.access.user');
    return html`
      <span class="label" aria-hidden="true">${label}</span>
      ${this.textBox('user', user, {
        label,
        about: 'user-state',
        isWrong: userFault !== null,
        send: (typed) => {
          this.changeAccess({ user: typed });
        },
      })}
      ${this.fault('user-state', userFault)}
    `;
  }

  private renderPort({ port, portFault }: Ssh): TemplateResult {
    const label = this.say('page.access.port');
    return html`
      <span class="label" aria-hidden="true">${label}</span>
      ${this.numberBox('port', port, {
        label,
        isWrong: portFault !== null,
        send: (typed) => {
          this.changeAccess({ port: typed });
        },
      })}
      ${this.fault('port-state', portFault)}
    `;
  }

  private fault(id: string, text: string | null): TemplateResult {
    return html`<div class="under" role="status" id=${id}>
      ${text === null ? nothing : html`${outcomeIcon('error')}<span>${text}</span>`}
    </div>`;
  }

  private signIns(): readonly SelectOption[] {
    return (['password', 'key'] as const).map((value) => ({
      value,
      label: this.say(`page.access.${value}`),
      line: this.say(`attach.signIn.${value}.line`),
      available: true,
      help: null,
    }));
  }

  private changeAccess(fields: AccessFields): void {
    void callHost(this, this.client.changeAccess(fields));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-access': ScAccess;
  }
}
