import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Codicon } from '@contract/wizard/codicons';
import { plainIcon } from './outcome-icon';
import { menuStyles } from './menu-styles';
import { nativeStyles } from './native-styles';
import { emitEvent } from './call-host';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly is: 'action' | 'radio' | 'check';
  readonly checked: boolean;
  /** Whether there is a line above it. */
  readonly divided: boolean;
}

const roles = { action: 'menuitem', radio: 'menuitemradio', check: 'menuitemcheckbox' } as const;

/** A button that opens a menu in VS Code's style. Event `choose`: the item's ID. */
@customElement('sc-menu')
export class ScMenu extends LitElement {
  @property() label = '';
  /** Icon that replaces the label. */
  @property() icon: Codicon | '' = '';
  /** Whether a filter is active, which the button shows by its style. */
  @property({ type: Boolean }) active = false;
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @state() private isOpen = false;
  /** Pressing the button of an open menu has already closed it when the click event arrives. */
  private wasOpen = false;
  @query('.menu') private readonly menu!: HTMLElement;
  @query('.trigger') private readonly trigger!: HTMLButtonElement;

  static override readonly styles = [nativeStyles, menuStyles];

  override render(): TemplateResult {
    const worded = this.icon === '';
    return html`
      <button
        type="button"
        class="trigger ${worded ? 'worded' : ''} ${this.active ? 'active' : ''}"
        aria-haspopup="menu"
        aria-expanded=${String(this.isOpen)}
        aria-label=${worded ? nothing : this.label}
        title=${worded ? nothing : this.label}
        @pointerdown=${() => {
          this.wasOpen = this.isOpen;
        }}
        @click=${this.onTrigger}
        @keydown=${this.onTriggerKey}
      >
        ${this.icon === '' ? html`${this.label} ${plainIcon('chevron-down')}` : plainIcon(this.icon)}
      </button>
      <div
        class="menu"
        popover="auto"
        role="menu"
        aria-label=${this.label}
        @toggle=${this.onToggle}
        @keydown=${this.onKey}
      >
        ${this.items.map((item) => this.renderItem(item))}
      </div>
    `;
  }

  private renderItem(item: MenuItem): TemplateResult {
    return html`<button
      type="button"
      class="item ${item.divided ? 'divided' : ''}"
      role=${roles[item.is]}
      tabindex="-1"
      aria-checked=${item.is === 'action' ? nothing : String(item.checked)}
      @click=${() => {
        this.choose(item.id);
      }}
    >
      ${
        item.is === 'action'
          ? nothing
          : html`<span class="mark">${item.checked ? plainIcon('check') : nothing}</span>`
      }${item.label}
    </button>`;
  }

  /** Opens the menu under its button, or above it if there is no room, with the focus on its first item. */
  readonly open = (): void => {
    this.menu.showPopover();
    const button = this.trigger.getBoundingClientRect();
    const menu = this.menu.getBoundingClientRect();
    const below = button.bottom + 2;
    const fits = below + menu.height <= window.innerHeight;
    const left = Math.min(button.left, window.innerWidth - menu.width - 4);
    // Sets style properties, because the page's content security policy blocks style attributes.
    this.menu.style.top = `${String(fits ? below : Math.max(0, button.top - menu.height - 2))}px`;
    this.menu.style.left = `${String(Math.max(0, left))}px`;
    this.itemAt(0)?.focus();
  };

  private choose(id: string): void {
    this.close();
    emitEvent(this, 'choose', id);
  }

  private close(): void {
    this.menu.hidePopover();
    this.trigger.focus();
  }

  private readonly onToggle = (event: ToggleEvent): void => {
    this.isOpen = event.newState === 'open';
  };

  private readonly onTrigger = (): void => {
    if (!this.wasOpen) this.open();
    this.wasOpen = false;
  };

  private readonly onTriggerKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    this.open();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    // The menu handles its own keys: Esc closes only the menu.
    event.stopPropagation();
    const items = [...this.menu.querySelectorAll<HTMLButtonElement>('.item')];
    const at = items.findIndex((item) => item.matches(':focus'));
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) {
      event.preventDefault();
      items[next]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.close();
    }
  };

  private itemAt(index: number): HTMLButtonElement | undefined {
    return this.menu.querySelectorAll<HTMLButtonElement>('.item')[index];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-menu': ScMenu;
  }
}
