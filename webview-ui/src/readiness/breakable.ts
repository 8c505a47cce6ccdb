import { html, type TemplateResult } from 'lit';

/** Renders a value that can break after a dot and between words, as in `AzureContainerRegistry.WestEurope`. */
export function breakable(text: string, at = /(?<=[^*]\.)|(?<=[a-z])(?=[A-Z])/): TemplateResult {
  return html`${text.split(at).map((part, index) => (index === 0 ? part : html`<wbr />${part}`))}`;
}

/** Renders a sentence in which an action or a path can break after a dot or slash, but no address range. */
export function breakablePaths(text: string): TemplateResult {
  return breakable(text, /(?<=[a-z][./])(?=[a-z])/i);
}
