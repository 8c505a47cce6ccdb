import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PlanView } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { emitEvent } from '../readiness/call-host';
import { nativeStyles } from '../readiness/native-styles';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { sectionStyles } from './section-styles';
import { createTyping, type Typing } from './typing';

interface Tag {
  readonly name: string;
  readonly value: string;
}

/** Tags, a line each. A new line appears with *Add*. Event `change-tags`: all tags. */
@customElement('sc-tags')
export class ScTags extends LitElement {
  @property({ attribute: false }) tags: PlanView['size']['tags'] = [];
  @property({ attribute: false }) say!: PageSay;
  @state() private focusLast = false;
  private readonly typing: Typing = createTyping(() => {
    this.requestUpdate();
  });

  static override readonly styles = [
    nativeStyles,
    sectionStyles,
    css`
      .tag {
        align-items: center;
        display: grid;
        gap: 8px;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 26px;
        margin-block-end: 6px;
        max-inline-size: 820px;
      }
      .remove {
        align-items: center;
        background: none;
        block-size: 26px;
        border: 0;
        border-radius: 3px;
        color: var(--vscode-icon-foreground);
        cursor: pointer;
        display: flex;
        inline-size: 26px;
        justify-content: center;
        padding: 0;
      }
      .remove:hover {
        background: var(--vscode-list-hoverBackground, transparent);
      }
      .remove:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -1px;
      }
      .under {
        display: flex;
        gap: 6px;
        margin: -2px 0 6px;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('tags')) this.typing.settle();
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.focusLast || !changed.has('tags')) return;
    this.focusLast = false;
    [...this.renderRoot.querySelectorAll<HTMLInputElement>('.name')].at(-1)?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.typing.flush();
  }

  override render(): TemplateResult {
    return html`
      <div role="group" aria-labelledby="tags">
        <span class="label" id="tags">${this.say('page.tags')}</span>
        ${this.tags.map((tag, index) => this.renderTag(tag, index))}
        <vscode-button
          secondary
          class="add"
          @click=${() => {
            this.focusLast = true;
            this.send([...this.plain(), { name: '', value: '' }]);
          }}
          >${this.say('page.tags.add')}</vscode-button
        >
      </div>
    `;
  }

  private renderTag({ name, value, fault }: PlanView['size']['tags'][number], index: number): TemplateResult {
    const n = index + 1;
    return html`<div class="tag">
        ${this.renderField('name', index, { text: name, wrong: fault !== null })}
        ${this.renderField('value', index, { text: value, wrong: false })}
        <button
          type="button"
          class="remove"
          aria-label=${this.say('page.tags.remove', { n })}
          title=${this.say('page.tags.remove', { n })}
          @click=${() => {
            this.removeTag(index);
          }}
        >
          ${plainIcon('close')}
        </button>
      </div>
      ${
        fault === null
          ? nothing
          : html`<div class="under" role="status">${outcomeIcon('error')}<span>${fault}</span></div>`
      }`;
  }

  private renderField(
    part: 'name' | 'value',
    index: number,
    { text, wrong }: { readonly text: string; readonly wrong: boolean },
  ): TemplateResult {
    const field = `${part}-${String(index)}`;
    return html`<input
      class="input ${part}"
      type="text"
      spellcheck="false"
      autocomplete="off"
      placeholder=${this.say(`page.tags.${part}Placeholder`)}
      aria-label=${this.say(`page.tags.${part}`, { n: index + 1 })}
      aria-invalid=${String(wrong)}
      .value=${live(this.typing.shown(field, text))}
      @input=${(event: Event) => {
        const typed = (event.currentTarget as HTMLInputElement).value;
        this.typing.type(field, typed, () => {
          this.send(this.plain());
        });
      }}
      @blur=${this.typing.flush}
    />`;
  }

  /** Returns all tags as the fields show them, so that a change in a field doesn't lose the typed text of another. */
  private plain(): Tag[] {
    return this.tags.map(({ name, value }, index) => ({
      name: this.typing.shown(`name-${String(index)}`, name),
      value: this.typing.shown(`value-${String(index)}`, value),
    }));
  }

  private removeTag(index: number): void {
    const rest = this.plain().filter((_, at) => at !== index);
    this.tags.forEach((_, at) => {
      this.typing.forget(`name-${String(at)}`);
      this.typing.forget(`value-${String(at)}`);
    });
    this.send(rest);
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  private send(tags: Tag[]): void {
    emitEvent(this, 'change-tags', tags);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-tags': ScTags;
  }
}
