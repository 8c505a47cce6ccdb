import type { Say } from '../messages/say';
import { textOfMarkdown } from '../plans/request/markdown-text';

/** Maximum number of characters of the request in a mail: mail programs cut longer URLs. */
const longest = 1500;

/**
 * Returns a URL that opens a mail with the start of a request as plain text.
 * @param markdown the whole request, which is on the clipboard
 */
export function mailOf(say: Say, subnet: string, markdown: string): string {
  const text = markdown
    .split('\n')
    .map((line) => textOfMarkdown(line.replace(/^#+ /, '')))
    .join('\n');
  const letters = [...text];
  const start = letters.slice(0, longest).join('');
  const body = letters.length > longest ? `${start}…\n\n${say('request.mail.more')}` : start;
  return `mailto:?subject=${encode(say('request.title', { subnet }))}&body=${encode(body)}`;
}

/** Encodes a text. VS Code decodes URLs before it opens them, so characters that end a part of a URL are replaced. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll('&', '＆').replaceAll('#', '＃'));
}
