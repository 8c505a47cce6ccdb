import { Lexer, walkTokens, type Token } from 'marked';
import { unseenLines } from './hostile-names';

/** Effects of a name that is rendered as Markdown. */
export const markup: Readonly<Record<string, string>> = {
  'a link': '[x](https://evil.example)',
  'a link to a command': '[x](command:workbench.action.quit)',
  'an image': '![x](https://evil.example/x.png)',
  'an address': 'https://evil.example',
  'an address without a scheme': '//evil.example/x',
  'an address with www': 'www.evil.example',
  'an address in brackets': '<https://evil.example>',
  'an address of mail': 'evil@evil.example mailto:evil@evil.example',
  'a reference': '[x]: https://evil.example\n\n[x]',
  'a mention': '@everyone and #1 and !1',
  HTML: '<img src=https://evil.example/x.png onerror=alert(1)><!-- ',
  'a character reference': '&lt;img src=x&gt; &#64;everyone',
  code: '`` ` ``` \n```\n',
  'a cell': 'a | b |\n|:-|:-|\n',
  'a heading': '# x',
  'a list': '- - 1. x',
  'an icon': '$(flame)$(sync~spin)',
  'a backslash': '\\[x](https://evil.example)\\',
};

/** Parses a text as Markdown, the way VS Code's hovers do. */
export function markdownTokens(markdown: string): readonly Token[] {
  const all: Token[] = [];
  void walkTokens(new Lexer({ gfm: true }).lex(markdown), (one) => void all.push(one));
  return all;
}

const active = new Set(['link', 'image', 'html', 'def', 'blockquote', 'del']);

/**
 * Returns the active parts of Markdown: everything other than text and our own frame. Our own links lead to Microsoft.
 * @param framed kinds of tokens that the frame itself has
 */
export function actsIn(markdown: string, framed: readonly string[] = []): readonly string[] {
  const tokens = markdownTokens(markdown).filter(
    (one) =>
      active.has(one.type) &&
      !framed.includes(one.type) &&
      !(one.type === 'link' && isOurs(String(one['href']))),
  );
  // How other renderers parse it: GitHub's mentions, and `//host` in VS Code's preview.
  const unescaped =
    markdown
      .replaceAll('&#8203;', '|')
      .replace(/`[^`]*`/g, '')
      .replace(/\]\(https:[^)]*\)/g, ']')
      .match(/(?<!\\)\/\/|@(?=[\w<])|#(?=\d)|(?<!\\)www\./g) ?? [];
  return [...tokens.map(({ type, raw }) => `${type} ${raw}`), ...unescaped, ...unseenLines(markdown)];
}

function isOurs(href: string): boolean {
  return /^https:\/\/(learn\.microsoft\.com|techcommunity\.microsoft\.com|github\.com\/(Azure|MicrosoftDocs)|azure\.microsoft\.com|www\.microsoft\.com)\//.test(
    href,
  );
}
