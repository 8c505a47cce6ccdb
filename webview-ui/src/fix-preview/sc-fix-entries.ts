import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { FixEntryView } from '@contract/wizard/fix-preview';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { nativeStyles } from '../readiness/native-styles';
import { outcomeIcon } from '../readiness/outcome-icon';
import { sectionStyles } from '../sections/section-styles';
import { createTyping } from '../sections/typing';

/** Names and priorities of new rules, checked while the user types. Event: `entry` (key, name, priority). */
@customElement('sc-fix-entries')
export class ScFixEntries extends LitElement {
  @property({ attribute: false }) entries: readonly FixEntryView[] = [];
  @property({ attribute: false }) say!: PageSay;
  @state() private isOpen = false;
  private readonly typing = createTyping(() => {
    this.requestUpdate();
  });

  static override readonly styles = [
    nativeStyles,
    sectionStyles,
    css`
      :host {
        display: block;
        margin-block-start: 4px;
      }
      li {
        display: grid;
        gap: 4px 8px;
        grid-template-columns: 80px minmax(0, 1fr);
        margin-block-start: 4px;
        max-inline-size: 480px;
      }
      .under {
        display: flex;
        gap: 6px;
        grid-column: 1 / -1;
        margin: 0;
      }
      .input {
        display: block;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entries')) this.typing.settle();
  }

  override render(): TemplateResult {
    const { say } = this;
    return html`<button
        type="button"
        class="link"
        aria-expanded=${String(this.isOpen)}
        @click=${() => {
          this.isOpen = !this.isOpen;
        }}
      >
        ${say('preview.edit')}
      </button>
      ${
        this.isOpen
          ? html`<ul aria-label=${say('preview.editTitle')}>
              ${this.entries.map((entry) => this.renderEntry(entry))}
            </ul>`
          : nothing
      }`;
  }

  private renderEntry(entry: FixEntryView): TemplateResult {
    const { name, fault, key } = entry;
    const faultId = `fault-${this.entries.indexOf(entry)}`;
    return html`<li>
      ${this.renderField(entry, {
        field: `priority ${key}`,
        label: this.say('preview.entryPriority', { name }),
        value: String(entry.priority),
        faultId,
        patch: (text) => ({ priority: Number(text) || 0 }),
      })}
      ${this.renderField(entry, {
        field: `name ${key}`,
        label: this.say('preview.entryName', { name }),
        value: name,
        faultId,
        patch: (text) => ({ name: text }),
      })}
      <div class="under" role="status" id=${faultId}>
        ${fault === null ? nothing : html`${outcomeIcon('error')}<span>${fault}</span>`}
      </div>
    </li>`;
  }

  private renderField(entry: FixEntryView, field: Field): TemplateResult {
    return html`<input
      class="input"
      type="text"
      spellcheck="false"
      autocomplete="off"
      aria-label=${field.label}
      aria-describedby=${field.faultId}
      aria-invalid=${String(entry.fault !== null)}
      .value=${live(this.typing.shown(field.field, field.value))}
      @input=${(event: Event) => {
        const text = event.target instanceof HTMLInputElement ? event.target.value : '';
        this.typing.type(field.field, text, () => {
          const { key, name, priority } = entry;
          emitEvent(this, 'entry', { key, name, priority, ...field.patch(text) });
        });
      }}
      @blur=${this.typing.flush}
    />`;
  }
}

interface Field {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly faultId: string;
  readonly patch: (text: string) => Partial<Pick<FixEntryView, 'name' | 'priority'>>;
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-fix-entries': ScFixEntries;
  }
}
