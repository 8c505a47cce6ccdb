import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { GeneratedId } from '@contract/wizard/code-form';
import type { Review } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { callHost, emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import '../readiness/sc-menu';
import type { MenuItem } from '../readiness/sc-menu';
import { plainIcon } from '../readiness/outcome-icon';
import type { FlowsAs } from '../wizard/view-state';
import { reviewStyles } from './review-styles';
import './sc-flows';

type Copied = 'bicep' | 'arm' | 'text';

/**
 * Resources to create, and their flows. Events: those of `sc-flows`, `problem` (detail: a `Problem`), `speak` (detail:
 * a sentence).
 */
@customElement('sc-review')
export class ScReview extends LitElement {
  @property({ attribute: false }) view!: Review;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  /** The view of flows that the user chose; null to decide by the page's width. */
  @property({ attribute: false }) flowsAs: FlowsAs | null = null;
  @state() private isCopied = false;

  static override readonly styles = [nativeStyles, reviewStyles];

  override render(): TemplateResult {
    const { view, say, flowsAs } = this;
    return html`${
      view.flows.length === 0
        ? nothing
        : html`<sc-flows .view=${view} .say=${say} .flowsAs=${flowsAs}></sc-flows>`
    }${this.renderWords()}${this.renderFixes()}${this.renderButtons()}`;
  }

  private renderWords(): TemplateResult | typeof nothing {
    const { view, say } = this;
    if (view.words.length === 0) return nothing;
    return html`<div class="words-of-plan">
      <h3>${say('review.planInWords')}</h3>
      <dl>
        ${view.words.map(
          (word) =>
            html`<dt>${word.label}</dt>
              <dd>${word.text}</dd>`,
        )}
      </dl>
    </div>`;
  }

  private renderFixes(): TemplateResult | typeof nothing {
    const { view, say } = this;
    if (view.fixesInCode.length === 0) return nothing;
    return html`<div class="fixes">
      <h3>${say('review.fixesInCode')}</h3>
      <ul>
        ${view.fixesInCode.map((fix) => {
          const press = (): void => {
            void callHost(this, this.client.removeFixFromCode({ id: fix.id }));
          };
          const label = say('review.takeOutOf', { text: fix.text });
          return html`<li>
            <span>${fix.text}</span>${link({ text: say('review.takeOut'), label, press })}
          </li>`;
        })}
      </ul>
    </div>`;
  }

  private renderButtons(): TemplateResult {
    const { view, say } = this;
    const cannotWrite = view.cannotWrite !== null;
    return html`<div class="foot">
      <div role="status">${view.written === null ? nothing : this.renderWritten(view.written)}</div>
      <div class="buttons">
        ${this.renderPrimary()}
        ${
          cannotWrite
            ? nothing
            : html`<sc-menu
                label=${say('review.generate')}
                .items=${this.formItems()}
                @choose=${(event: CustomEvent<GeneratedId>) => {
                  void callHost(this, this.client.write({ format: event.detail }));
                }}
              ></sc-menu>`
        }
        <sc-menu
          label=${say(this.isCopied ? 'review.copied' : 'review.copy')}
          .items=${this.copyItems()}
          @choose=${(event: CustomEvent<Copied>) => {
            void this.copy(event.detail);
          }}
        ></sc-menu>
        ${
          view.hasRequest && view.primary !== 'request'
            ? link({ text: say('requestPage.open'), press: this.openRequest })
            : nothing
        }
      </div>
      ${view.note === null ? nothing : html`<p class="note">${view.note}</p>`}
      ${cannotWrite ? this.renderCannotWrite() : nothing}
    </div>`;
  }

  private renderWritten({ heading, files }: NonNullable<Review['written']>): TemplateResult {
    return html`<p class="written">
      ${plainIcon('check', 'done')}<span
        >${heading}
        ${files.map(({ name, holds }) => {
          const press = (): void => {
            void callHost(this, this.client.openWritten({ name }));
          };
          return html`<span class="file">${link({ text: name, press })} ${holds}</span> `;
        })}</span
      >
    </p>`;
  }

  private renderCannotWrite(): TemplateResult {
    const press = (): void => {
      void callHost(this, this.client.act({ id: 'manageTrust' }));
    };
    return html`<p class="note">
      ${plainIcon('lock')}<span
        >${this.view.cannotWrite} ${link({ text: this.say('review.manageTrust'), press })}</span
      >
    </p>`;
  }

  private renderPrimary(): TemplateResult | typeof nothing {
    const { view, say } = this;
    if (view.primary === 'none' && !view.createAnyway) return nothing;
    const primary =
      view.primary === 'none'
        ? nothing
        : // A button with another action is another element, so that it doesn't keep the focus.
          keyed(
            view.primary,
            html`<vscode-button id="primary" @click=${this.pressPrimary}
              >${view.primaryLabel}</vscode-button
            >`,
          );
    const anyway = view.createAnyway
      ? html`<vscode-button secondary @click=${this.createAnyway}
          >${say(`review.anyway.${view.action}`)}</vscode-button
        >`
      : nothing;
    return html`${primary} ${anyway} <span class="divider"></span>`;
  }

  /** Handles Ctrl+Enter; does nothing without a primary button. */
  readonly pressPrimary = (): void => {
    const { view, client } = this;
    if (view.primary === 'create') void callHost(this, client.create({ anyway: false }));
    else if (view.primary === 'fix') void callHost(this, client.previewFix({ ids: view.fixIds }));
    else if (view.primary === 'request') this.openRequest();
    else if (view.primary === 'write') void callHost(this, client.write({ format: view.primaryForm }));
  };

  private readonly openRequest = (): void => {
    void callHost(this, this.client.openRequest({}));
  };

  private readonly createAnyway = (): void => {
    void callHost(this, this.client.create({ anyway: true }));
  };

  /** Returns the forms. The last written form is marked, and the plan file is separate. */
  private formItems(): readonly MenuItem[] {
    return this.view.forms.map(({ id, label, isLast }) => ({
      id,
      label,
      is: 'radio',
      checked: isLast,
      divided: id === 'plan',
    }));
  }

  private copyItems(): readonly MenuItem[] {
    const item = (id: Copied, label: string): MenuItem => {
      return { id, label, is: 'action', checked: false, divided: false };
    };
    return [
      item('bicep', this.say('review.copyBicep')),
      item('arm', this.say('review.copyArm')),
      item('text', this.say('review.copyText')),
    ];
  }

  private async copy(format: Copied): Promise<void> {
    if (!(await callHost(this, this.client.copyPlan({ format })))) return;
    this.isCopied = true;
    emitEvent(this, 'speak', this.say('review.copied'));
    window.setTimeout(() => {
      this.isCopied = false;
    }, 2000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-review': ScReview;
  }
}
