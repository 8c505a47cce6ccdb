import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { SelectOption, PlanView } from '@contract/wizard/plan';
import type { FieldState } from '@contract/wizard/size-options';
import { callHost } from '../readiness/call-host';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import '../combobox/sc-combobox';
import type { ComboOption } from '../combobox/options';
import { listSentence } from '../list/list-sentence';
import './sc-choices';
import './sc-tags';
import { SizeFields, inputValue, type SizeChange } from './size-fields';

type Size = PlanView['size'];

/** SSH, identity, and tags; for an instance also its user, schedule, and setup script. */
@customElement('sc-size-options')
export class ScSizeOptions extends SizeFields {
  private identities: readonly ComboOption[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('plan')) return;
    this.identities = this.plan.size.identity.rows.map(({ id, name, detail }) => ({
      id,
      label: name,
      details: [detail],
      more: '',
      quiet: false,
    }));
  }

  override render(): TemplateResult {
    const { ssh, identity, tags, assigned, shutdown, schedule, setupScript } = this.plan.size;
    return html`
      <div class="columns more ${this.layout === 'narrow' ? '' : 'two'}">
        ${assigned === null ? nothing : html`<div>${this.renderAssigned(assigned)}</div>`}
        ${shutdown === null ? nothing : html`<div>${this.renderShutdown(shutdown)}</div>`}
        ${schedule === null ? nothing : html`<div>${this.renderSchedule(schedule)}</div>`}
        ${setupScript === null ? nothing : html`<div>${this.renderScript(setupScript)}</div>`}
        <div>${this.renderSsh(ssh)}</div>
        <div>${this.renderIdentity(identity)}</div>
        <div class="whole">
          <sc-tags
            .tags=${tags}
            .say=${this.say}
            @change-tags=${(event: CustomEvent<NonNullable<SizeChange['tags']>>) => {
              this.change({ tags: event.detail });
            }}
          ></sc-tags>
        </div>
      </div>
    `;
  }

  private renderSsh(ssh: Size['ssh']): TemplateResult {
    const { say } = this;
    return html`
      <sc-choices
        inline
        label=${say('page.ssh')}
        .choices=${[plain('off', say('page.ssh.off')), plain('on', say('page.ssh.on'))]}
        .value=${ssh.on ? 'on' : 'off'}
        @pick=${(event: CustomEvent<string>) => {
          this.change({ ssh: { on: event.detail === 'on' } });
        }}
      ></sc-choices>
      ${ssh.on ? this.renderSshDetails(ssh) : nothing}
    `;
  }

  private renderSshDetails(ssh: Size['ssh']): TemplateResult {
    const { say } = this;
    const open = plain('open', say('page.ssh.port.open'), ssh.noPort ?? say('page.ssh.port.open.line'));
    return html`
      <div class="inner">
        <sc-choices
          label=${say('page.ssh.port')}
          .choices=${[
            plain('closed', say('page.ssh.port.closed'), say('page.ssh.port.closed.line')),
            { ...open, available: ssh.noPort === null },
          ]}
          .value=${ssh.publicPort ? 'open' : 'closed'}
          @pick=${(event: CustomEvent<string>) => {
            this.change({ ssh: { publicPort: event.detail === 'open' } });
          }}
        ></sc-choices>
        ${
          ssh.user === null
            ? nothing
            : this.renderText('user', ssh.user, {
                label: say('page.ssh.user'),
                fault: ssh.userFault,
                send: (user) => {
                  this.change({ ssh: { user } });
                },
              })
        }
        ${this.renderKey(ssh)}
      </div>
    `;
  }

  private renderKey({ key, keyState }: Size['ssh']): TemplateResult {
    const label = this.say('page.ssh.key');
    return html`<div class="field">
      <span class="label" aria-hidden="true">${label}</span>
      <textarea
        class="input key"
        rows="4"
        spellcheck="false"
        autocomplete="off"
        aria-label=${label}
        aria-describedby="key-state"
        aria-invalid=${String(keyState.is === 'error')}
        placeholder=${this.say('page.ssh.key.hint')}
        .value=${live(this.typing.shown('key', key))}
        @input=${(event: Event) => {
          const text = inputValue(event);
          this.typing.type('key', text, () => {
            void this.sendKey(text);
          });
        }}
        @blur=${this.typing.flush}
      ></textarea>
      <div class="under" role="status" id="key-state">
        ${stateIcon(keyState)}<span>${keyState.text}</span>
      </div>
    </div>`;
  }

  /** Handles pasted key text. A private key isn't kept anywhere, not even on the page. */
  private async sendKey(text: string): Promise<void> {
    const reply = this.client.setSshKey({ text });
    if ((await callHost(this, reply)) && !(await reply)) this.typing.forget('key');
  }

  private renderIdentity({ state, chosen, fault }: Size['identity']): TemplateResult {
    const label = this.say('page.identity');
    return html`
      <span class="label" aria-hidden="true">${label}</span>
      <sc-combobox
        label=${label}
        placeholder=${this.say('page.identity.choose')}
        .options=${this.identities}
        .value=${chosen}
        .about=${fault ?? ''}
        .say=${this.say}
        ?invalid=${fault !== null || chosen === null}
        @pick=${(event: CustomEvent<string>) => {
          this.change({ identity: event.detail });
        }}
      ></sc-combobox>
      ${state.is === 'reading' || state.is === 'waiting' ? nothing : listSentence(this, state, this.say)}
      ${this.renderFault(fault)}
    `;
  }

  private renderAssigned(assigned: NonNullable<Size['assigned']>): TemplateResult {
    const { say } = this;
    const { objectId, tenantId } = assigned;
    return html`
      <sc-choices
        inline
        label=${say('page.assigned')}
        .choices=${[plain('self', say('page.assigned.self')), plain('other', say('page.assigned.other'))]}
        .value=${assigned.self ? 'self' : 'other'}
        @pick=${(event: CustomEvent<string>) => {
          this.change({ assigned: event.detail === 'self' ? null : { objectId, tenantId } });
        }}
      ></sc-choices>
      ${
        assigned.self
          ? nothing
          : html`<div class="inner">
              ${this.renderText('objectId', objectId, {
                label: say('page.assigned.objectId'),
                fault: assigned.objectFault,
                send: (typed) => {
                  this.change({ assigned: { objectId: typed, tenantId } });
                },
              })}
              ${this.renderText('tenantId', tenantId, {
                label: say('page.assigned.tenantId'),
                fault: assigned.tenantFault,
                send: (typed) => {
                  this.change({ assigned: { objectId, tenantId: typed } });
                },
              })}
              <div class="under">${say('page.assigned.line')}</div>
            </div>`
      }
    `;
  }

  private renderShutdown({ on, minutes, fault }: NonNullable<Size['shutdown']>): TemplateResult {
    const { say } = this;
    return html`
      <sc-choices
        inline
        label=${say('page.shutdown')}
        .choices=${[plain('on', say('page.shutdown.on')), plain('off', say('page.shutdown.off'))]}
        .value=${on ? 'on' : 'off'}
        @pick=${(event: CustomEvent<string>) => {
          this.change({ shutdown: { on: event.detail === 'on' } });
        }}
      ></sc-choices>
      ${
        on
          ? html`<div class="inline after">
              <span aria-hidden="true">${say('page.shutdown.after')}</span>
              ${this.numberBox('minutes', minutes, {
                label: say('page.shutdown.name'),
                isWrong: fault !== null,
                send: (typed) => {
                  this.change({ shutdown: { minutes: typed } });
                },
              })}
              <span class="quiet" aria-hidden="true">${say('page.idle.minutes')}</span>
            </div>`
          : nothing
      }
      ${this.renderFault(fault)}
    `;
  }

  private renderSchedule(schedule: NonNullable<Size['schedule']>): TemplateResult {
    const { say } = this;
    return html`
      ${this.renderSwitch(say('page.schedule'), schedule.on, (on) => {
        this.change({ schedule: { on } });
      })}
      ${schedule.on ? this.renderScheduleDetails(schedule) : nothing}
    `;
  }

  private renderScheduleDetails(schedule: NonNullable<Size['schedule']>): TemplateResult {
    const { say } = this;
    const { days, start, stop, timeZone, timeZones, fault } = schedule;
    const zone = say('page.schedule.timeZone');
    const time = (field: 'start' | 'stop', value: string): TemplateResult =>
      html`<span aria-hidden="true">${say(`page.schedule.${field}`)}</span>${this.textBox(field, value, {
          label: say(`page.schedule.${field}`),
          about: 'schedule-state',
          isWrong: fault !== null,
          send: (typed) => {
            this.change({ schedule: { [field]: typed } });
          },
        })}`;
    return html`<div class="inner">
      <div class="inline times">${time('start', start)}${time('stop', stop)}</div>
      <div id="schedule-state">
        ${fault === null ? html`<div class="under">${say('page.schedule.line')}</div>` : this.renderFault(fault)}
      </div>
      <sc-choices
        inline
        label=${say('page.schedule.days')}
        .choices=${[
          plain('weekdays', say('page.schedule.weekdays')),
          plain('everyDay', say('page.schedule.everyDay')),
        ]}
        .value=${days}
        @pick=${(event: CustomEvent<string>) => {
          this.change({ schedule: { days: event.detail === 'everyDay' ? 'everyDay' : 'weekdays' } });
        }}
      ></sc-choices>
      <div class="field">
        <span class="label" aria-hidden="true">${zone}</span>
        <sc-combobox
          label=${zone}
          .options=${timeZones.map((id) => ({ id, label: id, details: [], more: '', quiet: false }))}
          .value=${timeZone}
          .say=${say}
          @pick=${(event: CustomEvent<string>) => {
            this.change({ schedule: { timeZone: event.detail } });
          }}
        ></sc-combobox>
      </div>
    </div>`;
  }

  private renderScript(script: NonNullable<Size['setupScript']>): TemplateResult {
    const { say } = this;
    return html`
      ${this.renderSwitch(say('page.script'), script.on, (on) => {
        this.change({ setupScript: { on } });
      })}
      ${script.on ? this.renderScriptDetails(script) : nothing}
    `;
  }

  private renderScriptDetails(script: NonNullable<Size['setupScript']>): TemplateResult {
    const { say } = this;
    const { runs, path, arguments: line, pathFault, argumentsFault } = script;
    return html`<div class="inner">
      ${this.renderText('path', path, {
        label: say('page.script.path'),
        fault: pathFault,
        hint: say('page.script.path.line'),
        send: (typed) => {
          this.change({ setupScript: { path: typed } });
        },
      })}
      ${this.renderText('arguments', line, {
        label: say('page.script.arguments'),
        fault: argumentsFault,
        hint: say('page.script.arguments.line'),
        send: (typed) => {
          this.change({ setupScript: { arguments: typed } });
        },
      })}
      <sc-choices
        inline
        label=${say('page.script.runs')}
        .choices=${[
          plain('creation', say('page.script.creation')),
          plain('startup', say('page.script.startup')),
        ]}
        .value=${runs}
        @pick=${(event: CustomEvent<string>) => {
          this.change({ setupScript: { runs: event.detail === 'startup' ? 'startup' : 'creation' } });
        }}
      ></sc-choices>
    </div>`;
  }

  private renderSwitch(label: string, on: boolean, send: (on: boolean) => void): TemplateResult {
    const { say } = this;
    return html`<sc-choices
      inline
      label=${label}
      .choices=${[plain('off', say('page.shutdown.off')), plain('on', say('page.shutdown.on'))]}
      .value=${on ? 'on' : 'off'}
      @pick=${(event: CustomEvent<string>) => {
        send(event.detail === 'on');
      }}
    ></sc-choices>`;
  }

  private renderText(
    field: string,
    value: string,
    about: {
      readonly label: string;
      readonly fault: string | null;
      /** Hint under the field if the value is valid. */
      readonly hint?: string;
      readonly send: (typed: string) => void;
    },
  ): TemplateResult {
    return html`<div class="field">
      <span class="label" aria-hidden="true">${about.label}</span>
      ${this.textBox(field, value, {
        label: about.label,
        about: `fault-${field}`,
        isWrong: about.fault !== null,
        send: about.send,
      })}
      <div id="fault-${field}">
        ${
          about.fault === null && about.hint !== undefined
            ? html`<div class="under">${about.hint}</div>`
            : this.renderFault(about.fault)
        }
      </div>
    </div>`;
  }

  private renderFault(fault: string | null): TemplateResult | typeof nothing {
    if (fault === null) return nothing;
    return html`<div class="under" role="status">${outcomeIcon('error')}<span>${fault}</span></div>`;
  }
}

function plain(value: string, label: string, line = ''): SelectOption {
  return { value, label, line, available: true, help: null };
}

function stateIcon({ is }: FieldState): TemplateResult | typeof nothing {
  if (is === 'missing') return nothing;
  return is === 'ok' ? plainIcon('check', 'done') : outcomeIcon(is);
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-size-options': ScSizeOptions;
  }
}
