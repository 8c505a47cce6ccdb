import { html, nothing, type TemplateResult } from 'lit';
import type { ParamsOf } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import { callHost } from '../readiness/call-host';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { TypedFields } from './typed-fields';

export { inputValue } from './typed-fields';

export type SizeChange = ParamsOf<WizardChannel['calls']['changeSize']>;

/** Fields of the size section. */
export abstract class SizeFields extends TypedFields {
  protected change(fields: SizeChange): void {
    void callHost(this, this.client.changeSize(fields));
  }

  protected renderName(): TemplateResult {
    const { name, nameState } = this.plan.size;
    const wrong = nameState.is === 'taken' || nameState.is === 'error';
    return html`
      <span class="label" aria-hidden="true">${this.say('page.name')}</span>
      ${this.textBox('name', name, {
        label: this.say('page.name'),
        about: 'name-state',
        isWrong: wrong,
        send: (typed) => {
          this.change({ name: typed });
        },
      })}
      <div class="under" role="status" id="name-state">${this.nameIcon()}<span>${nameState.text}</span></div>
    `;
  }

  private nameIcon(): TemplateResult | typeof nothing {
    switch (this.plan.size.nameState.is) {
      case 'free':
        return plainIcon('check', 'done');
      case 'taken':
      case 'error':
        return outcomeIcon('error');
      case 'warning':
        return outcomeIcon('warning');
      case 'problem':
        return outcomeIcon('unknown');
      case 'checking':
      case 'unchecked':
        return nothing;
    }
  }
}
