import type { Say } from '../messages/say';
import { textOfMarkdown } from '../plans/request/markdown-text';

/** Characters of the request in a mail: mail programs cut longer addresses. */
const longest = 1500;

/**
 * An address that opens a mail with the beginning of a request, as plain text.
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

/** VS Code decodes addresses before it opens them, so what ends a part of one is replaced. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll('&', '＆').replaceAll('#', '＃'));
}
