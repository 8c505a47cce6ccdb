import { nameTemplate } from '../wizard/name-template';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { nativeStyles } from '../readiness/native-styles';
import { plainIcon } from '../readiness/outcome-icon';
import { comboboxStyles } from './combobox-styles';
import { faceOf, optionAfterKey, optionsFor, type ComboOption } from './options';

const mostHeight = 222;
const leastWithDetails = 520;
/** Width of a thin scrollbar in pixels. */
const scrollbar = 12;

/**
 * A combobox that filters its list by the typed text. The library's own supports only English and a single text per
 * option. Event `pick`: the option's ID.
 */
@customElement('sc-combobox')
export class ScCombobox extends LitElement {
  @property() label = '';
  @property() placeholder = '';
  @property({ attribute: false }) options: readonly ComboOption[] = [];
  @property({ attribute: false }) value: string | null = null;
  @property({ type: Boolean }) invalid = false;
  /** Description after the label: the line under the control. */
  @property() about = '';
  @property({ attribute: false }) say!: PageSay;
  @state() private isOpen = false;
  /** Typed text; null if nothing was typed since it opened. */
  @state() private typed: string | null = null;
  @state() private active = 0;
  @query('input') private readonly input!: HTMLInputElement;
  @query('.popup') private readonly popup!: HTMLElement;
  /** ID of the picked option, until the host's snapshot has it. */
  private picked: string | null = null;

  static override readonly styles = [nativeStyles, comboboxStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', this.close);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.close);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.picked = null;
  }

  override render(): TemplateResult {
    const shown = this.shown();
    return html`
      <div class="face ${this.invalid ? 'invalid' : ''}">
        <input
          type="text"
          role="combobox"
          spellcheck="false"
          autocomplete="off"
          aria-label=${this.label}
          aria-description=${this.about || nothing}
          aria-autocomplete="list"
          aria-expanded=${String(this.isOpen)}
          aria-controls="options"
          aria-invalid=${this.invalid ? 'true' : nothing}
          aria-activedescendant=${this.isOpen && shown.length > 0 ? `option-${String(this.active)}` : nothing}
          placeholder=${this.placeholder}
          .value=${this.typed ?? this.face()}
          @input=${this.onInput}
          @click=${this.open}
          @focus=${this.onFocus}
          @blur=${this.close}
          @keydown=${this.onKey}
        />
        <button
          type="button"
          class="chevron"
          tabindex="-1"
          aria-label=${this.say('page.combobox.open')}
          @mousedown=${this.onChevron}
        >
          ${plainIcon('chevron-down')}
        </button>
      </div>
      ${this.renderPopup(shown)}
    `;
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('isOpen')) {
      if (this.isOpen) this.popup.showPopover();
      else this.popup.hidePopover();
    }
    if (!this.isOpen) return;
    this.place();
    this.renderRoot.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
  }

  override focus(): void {
    this.input.focus();
  }

  private renderPopup(shown: readonly ComboOption[]): TemplateResult {
    return html`<div class="popup" popover="manual" @mousedown=${keepFocus}>
      <div
        class="options"
        role="listbox"
        id="options"
        aria-label=${this.label}
        .style=${`--details: ${String(this.options[0]?.details.length ?? 0)}`}
      >
        ${this.isOpen ? shown.map((option, i) => this.renderOption(option, i)) : nothing}
      </div>
      ${
        this.isOpen && shown.length === 0
          ? html`<div class="none">${this.say('page.combobox.none', { filter: this.typed ?? '' })}</div>`
          : nothing
      }
    </div>`;
  }

  private renderOption(option: ComboOption, index: number): TemplateResult {
    return html`<div
      class="option ${index === this.active ? 'active' : ''} ${option.quiet ? 'quiet' : ''}"
      role="option"
      id="option-${index}"
      aria-selected=${String(option.id === this.value)}
      @click=${() => {
        this.pick(option);
      }}
    >
      <span>${nameTemplate(option.label)}</span
      >${option.details.map((detail) => html`<span class="detail">${nameTemplate(detail)}</span>`)}
    </div>`;
  }

  private shown(): readonly ComboOption[] {
    return optionsFor(this.options, this.typed ?? '');
  }

  private face(): string {
    const id = this.picked ?? this.value;
    return faceOf(this.options.find((option) => option.id === id));
  }

  private readonly open = (): void => {
    if (this.isOpen) return;
    this.isOpen = true;
    this.active = Math.max(
      0,
      this.options.findIndex((option) => option.id === this.value),
    );
  };

  private readonly close = (): void => {
    this.isOpen = false;
    this.typed = null;
  };

  private pick(option: ComboOption): void {
    this.close();
    if (option.id === this.value) return;
    this.picked = option.id;
    emitEvent(this, 'pick', option.id);
  }

  private readonly onInput = (): void => {
    this.typed = this.input.value;
    this.active = 0;
    this.isOpen = true;
  };

  private readonly onFocus = (): void => {
    this.input.select();
  };

  private readonly onChevron = (event: MouseEvent): void => {
    event.preventDefault();
    this.input.focus();
    if (this.isOpen) this.close();
    else this.open();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    if (this.isOpen ? this.onOpenKey(event) : this.onClosedKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private onClosedKey(event: KeyboardEvent): boolean {
    const opens = event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter';
    if (opens) this.open();
    return opens;
  }

  private onOpenKey(event: KeyboardEvent): boolean {
    const shown = this.shown();
    if (event.key === 'Escape') {
      this.close();
      return true;
    }
    if (event.key === 'Enter') {
      const option = shown[this.active];
      if (option) this.pick(option);
      return true;
    }
    const next = optionAfterKey(event.key, this.active, shown.length);
    if (next !== null) this.active = next;
    return next !== null;
  }

  /** Returns the width of the content. A list with columns is that wide, so that size names aren't cut. */
  private contentWidth(): number {
    if (!this.options[0]?.details.length) return 0;
    this.popup.style.width = 'max-content';
    return Math.max(leastWithDetails, Math.ceil(this.popup.getBoundingClientRect().width) + scrollbar);
  }

  /**
   * Positions the popup under the box, or above it if there is no room. It sets style properties, which the page's
   * content security policy allows.
   */
  private place(): void {
    const face = this.getBoundingClientRect();
    const below = window.innerHeight - face.bottom - 8;
    const width = Math.min(Math.max(face.width, this.contentWidth()), window.innerWidth - 8);
    const isPastEdge = face.left + width > window.innerWidth - 4;
    const left = isPastEdge ? face.right - width : face.left;
    this.popup.style.width = `${String(width)}px`;
    const height = Math.min(mostHeight, this.popup.scrollHeight + 2);
    const above = below < height && face.top > below;
    this.popup.style.maxHeight = `${String(Math.min(mostHeight, above ? face.top - 8 : below))}px`;
    this.popup.style.left = `${String(Math.max(4, left))}px`;
    this.popup.style.top = `${String(above ? Math.max(4, face.top - height - 1) : face.bottom + 1)}px`;
  }
}

function keepFocus(event: Event): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-combobox': ScCombobox;
  }
}
