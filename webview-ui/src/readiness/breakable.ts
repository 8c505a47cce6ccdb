import { html, type TemplateResult } from 'lit';

/** Renders a value that can break after a dot and between words, as in `AzureContainerRegistry.WestEurope`. */
export function breakable(text: string): TemplateResult {
  return html`${text.split(/(?<=[^*]\.)|(?<=[a-z])(?=[A-Z])/).map((part, at) => (at === 0 ? part : html`<wbr />${part}`))}`;
}
