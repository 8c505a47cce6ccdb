import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { PlanView } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import { nativeStyles } from '../readiness/native-styles';
import type { PageLayout } from '../wizard/layout';
import { sectionStyles } from './section-styles';
import { sizeStyles } from './size-styles';
import { createTyping, type Typing } from './typing';
import { wholeNumber } from './whole-number';

/** A text box. */
interface Box<T> {
  readonly label: string;
  readonly isWrong: boolean;
  readonly send: (typed: T) => void;
}

interface TextBox extends Box<string> {
  /** ID of the text under it. */
  readonly about: string;
}

/** Fields of a section. Typed text is sent after a pause, and never changes while the user types. */
export abstract class TypedFields extends LitElement {
  @property({ attribute: false }) plan!: PlanView;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) layout: PageLayout = 'wide';
  protected readonly typing: Typing = createTyping(() => {
    this.requestUpdate();
  });

  static override readonly styles = [nativeStyles, sectionStyles, sizeStyles];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('plan')) this.typing.settle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.typing.flush();
  }

  protected textBox(field: string, value: string, { label, about, isWrong, send }: TextBox): TemplateResult {
    return html`<input
      class="input"
      type="text"
      spellcheck="false"
      autocomplete="off"
      aria-label=${label}
      aria-describedby=${about}
      aria-invalid=${String(isWrong)}
      .value=${live(this.typing.shown(field, value))}
      @input=${(event: Event) => {
        const typed = inputValue(event);
        this.typing.type(field, typed, () => {
          send(typed);
        });
      }}
      @blur=${this.typing.flush}
    />`;
  }

  /** Renders a number box. A value that isn't a whole number is marked and not sent. */
  protected numberBox(field: string, value: number, { label, isWrong, send }: Box<number>): TemplateResult {
    const shown = this.typing.shown(field, String(value));
    return html`<input
      class="input number"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-label=${label}
      aria-invalid=${String(isWrong || wholeNumber(shown) === null)}
      .value=${live(shown)}
      @input=${(event: Event) => {
        const typed = inputValue(event);
        this.typing.type(field, typed, () => {
          const number = wholeNumber(typed);
          if (number !== null) send(number);
        });
      }}
      @blur=${this.typing.flush}
    />`;
  }
}

/** Returns the value of the box that emitted an event. */
export function inputValue(event: Event): string {
  return (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value;
}
