import { html, type TemplateResult } from 'lit';

/** Renders a value that can break after a dot and between words, as in `AzureContainerRegistry.WestEurope`. */
export function breakable(text: string, at = /(?<=[^*]\.)|(?<=[a-z])(?=[A-Z])/): TemplateResult {
  return html`${text.split(at).map((part, index) => (index === 0 ? part : html`<wbr />${part}`))}`;
}

/**
 * Renders a sentence. An action, a path, or a host name in it breaks after a dot or slash, but only if it's longer than
 * the line. An address range doesn't break. Text with other characters stays together, because it can have isolates.
 */
export function breakablePaths(text: string): TemplateResult {
  const parts: { readonly isPath: boolean; text: string }[] = [];
  for (const word of text.split(/(\s)/)) {
    const isPath = plainWord.test(word) && pathBreak.test(word);
    const last = parts.at(-1);
    if (isPath || !last || last.isPath) parts.push({ isPath, text: word });
    else last.text += word;
  }
  return html`${parts.map((part) => {
    const shown = breakable(part.text, pathBreak);
    return part.isPath ? html`<span class="path">${shown}</span>` : shown;
  })}`;
}

const plainWord = /^[\w*./-]+[,;:]?$/;
const pathBreak = /(?<=[a-z][./])(?=[a-z])/i;
