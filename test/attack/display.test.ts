import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { displayText } from '../../src/core/text/display-text';
import type { TreeName, TreeNode } from '../../src/features/trees/model/node';
import { problemsOf } from '../../src/file-checks/problems-of';
import { messagesIn } from '../support/messages-in';
import { markdownCode, markdownText } from '../../src/plans/request/markdown-text';
import { labelText, messageText, problemText } from '../../src/platform/editor-text';
import { outputLog } from '../../src/platform/output-log';
import { pagePolicy } from '../../src/platform/page-policy';
import { explainedProblem } from '../../src/wording/explained-problem';
import { actsIn, markup, markdownTokens } from '../support/active-markdown';
import { someCases } from '../support/case-count';
import { hostileAzure } from '../support/hostile-named-azure';
import { hostileParts, unseenLines } from '../support/hostile-names';
import { pathsOf } from '../support/paths-of';
import { ran } from '../unit/cli/ran';
import { analyzed } from '../unit/file-checks/analyzed';
import { pickWorkspace, isShown, openWizard } from '../unit/features/wizard/open-wizard';
import { openTrees } from '../unit/features/trees/open-trees';

const network = readFileSync(new URL('../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const say = messagesIn('en');

describe('a name in Markdown', () => {
  const frames: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => `- ${text}`,
    (text) => `**${text}**`,
    (text) => `| a | b |\n|:-|:-|\n| ${text} | ${text} |`,
    (text) => `1. ${text} and ${text}`,
  ];
  test.each(Object.entries({ ...markup, ...hostileParts }))('that is %s is text', (_, name) => {
    for (const frame of frames) {
      for (const text of [markdownText(name), markdownCode(name)]) {
        const framed = frame(text);
        expect(actsIn(framed)).toEqual([]);
        const kinds = (markdown: string): readonly string[] =>
          markdownTokens(markdown)
            .map(({ type }) => type)
            .filter((type) => !['text', 'escape', 'codespan', 'space', 'paragraph'].includes(type));
        expect(kinds(framed), framed).toEqual(kinds(frame('x')));
      }
    }
  });

  test('is shown as written', () => {
    const name = 'rg_data-01 (prod) 10.40.0.0/21 1.5 a#b - Wert: 5 % ! é';
    expect(markdownText(name)).toBe(name);
  });
});

describe('a page in Markdown', () => {
  const tails = Object.entries({ ...markup, ...hostileParts });
  const written = (text: string): string =>
    [...text].map((one) => `\\u{${one.codePointAt(0)!.toString(16)}}`).join('');
  const bicep = (tail: string): string =>
    network.replace(/(name: '[^'\n]*)'/g, (_, name: string) => `${name}${written(tail)}'`);

  test.each(someCases(tails, 6))('about a problem treats a name that is %s as text', async (_, tail) => {
    const { check } = await analyzed({ 'network.bicep': bicep(tail) });
    const problems = problemsOf(check);
    expect(problems.length).toBeGreaterThan(3);
    for (const problem of problems) {
      const page = explainedProblem(say, problem, { fixes: [`Allow ${tail}`], page: '# x' });
      expect(actsIn(page)).toEqual([]);
    }
  });

  test.each(someCases(tails, 6))('about a comparison treats a name that is %s as text', async (_, tail) => {
    const files = { 'a.bicep': network, 'b.bicep': bicep(tail) };
    const { out } = await ran('compare b.bicep a.bicep --subnet snet-training', files).then((one) =>
      one.out === '' ? ran('compare b.bicep b.bicep', files) : one,
    );
    expect(out).not.toBe('');
    expect(actsIn(out)).toEqual([]);
  });
});

/** Patterns that VS Code uses: `labelWithIcons`, `linkedText`. */
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
const linkInMessage = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

/** Parts of a text that VS Code could detect as an address: a scheme, two slashes, or `www.`. */
const bareAddress = /:\/\/|\/\/|\bwww\./i;

describe('a name in VS Code', () => {
  test.each(Object.entries({ ...markup, ...hostileParts }))(
    'that is %s isn’t an icon or a link',
    (_, name) => {
      const sentence = messageText(say('tree.inGroup', { group: name }));
      for (const text of [labelText(name), messageText(name), sentence]) expect(text).not.toMatch(icon);
      for (const text of [labelText(`a${name}`), sentence]) {
        expect(unseenLines(text.replaceAll('\u200b', ''))).toEqual([]);
      }
      expect(messageText(`a ${name} b`)).not.toMatch(linkInMessage);
    },
  );

  test.each([
    'https://evil.example/x',
    'HTTP://evil.example',
    '//evil.example/x',
    '///evil.example',
    'www.evil.example',
    'x-WWW.evil.example',
    'vscode://evil.example',
    'a: command://x and file:///etc/passwd',
  ])('that is the address %s isn’t a link in a list, a message, or a problem', (name) => {
    const sentence = say('tree.inGroup', { group: name });
    for (const one of [name, sentence]) {
      for (const text of [labelText(one), messageText(one), problemText(one)]) {
        expect(text).not.toMatch(bareAddress);
        expect(text.replaceAll('\u200b', '')).toBe(one);
      }
    }
  });

  test.each(['10.0.0.0/8', '/subscriptions/0/resourceGroups/r', 'c:/x/y', 'a:b', 'wwwroot/x', 'http: x'])(
    'that isn’t an address (%s) is unchanged',
    (name) => {
      for (const text of [labelText(name), messageText(name), problemText(name)]) expect(text).toBe(name);
    },
  );

  test('in the side bar is text in every line, tooltip, and message', async () => {
    const tail = ` [x](command:quit) $(flame) https://evil.example @all ![x](https://evil.example/x) \u202Eאב\u2069`;
    const trees = openTrees({ azure: (sample) => hostileAzure(sample, tail) });
    let seen = 0;
    const walk = async (name: TreeName, path: readonly string[], depth: number): Promise<void> => {
      for (const node of (await trees.lines(name, ...path)).slice(0, 6)) {
        seen += 1;
        expectText(node);
        if (depth > 0 && node.expand !== 'leaf') await walk(name, [...path, node.label], depth - 1);
      }
    };
    await walk('networks', [], 2);
    await walk('compute', [], 2);
    expect(seen).toBeGreaterThan(10);
  });
});

/** Names that the page renders with `named`. Their exact letters are searched for. */
const namedByPage = /^\.(plan\.workspace\.\w+|networks|subnets)\.rows\[\]\.name$|^\.subnets\.networkName$/;

test('every text for the page shows its hidden characters, or is a name that the page isolates', async () => {
  const tail = ' אב\u2069גד \u202Egpj \u0007';
  const w = openWizard({ azure: (sample) => hostileAzure(sample, tail) });
  const idOf = (rows: readonly { readonly id: string }[] | undefined, end: string): string =>
    rows?.find(({ id }) => id.endsWith(end))?.id ?? '';
  await pickWorkspace(w, `mlw-fraud-prod${tail}`);
  await w.call.chooseNetwork({ id: idOf(w.page.networks?.rows, '/vnet-ml-prod-weu') });
  await w.until('subnets', ({ subnets }) => (subnets?.rows.length ?? 0) > 0);
  await w.call.chooseSubnet({ id: idOf(w.page.subnets?.rows, '/snet-training') });
  await w.until('readiness', ({ readiness }) => readiness?.state === 'checked');
  const fixable =
    w.page.readiness?.groups.flatMap(({ rows }) => rows).filter(({ fix }) => fix !== null) ?? [];
  await w.call.previewFix({ ids: fixable.map(({ id }) => id) });
  await w.until('preview', ({ preview }) => isShown(preview) && preview.tables.length > 0);
  const raw = pathsOf(w.page).filter(
    ({ path, text }) => displayText(text) !== text && !namedByPage.test(path),
  );
  expect(raw.filter(({ path }) => !/\.id$|Ids?\[?/.test(path))).toEqual([]);
  expect(pathsOf(w.page).filter(({ text }) => text.includes('\\u202egpj')).length).toBeGreaterThan(20);
  w.dispose();
});

function expectText({ label, description, spoken, tooltip }: TreeNode): void {
  expect(actsIn(tooltip)).toEqual([]);
  for (const text of [label, description, spoken].map(labelText)) {
    expect(text).not.toMatch(icon);
    expect(unseenLines(text.replaceAll('\u200b', ''))).toEqual([]);
  }
}

describe('right-to-left text', () => {
  test('is isolated in a sentence', () => {
    expect(say('tree.inGroup', { group: 'rg-אב' })).toContain('\u2068rg-אב\u2069');
    expect(say('tree.inGroup', { group: 'rg-ab' })).not.toMatch(/[\u2066-\u2069]/);
  });

  test('is isolated once, however many sentences contain it', () => {
    const once = displayText('a אב c');
    expect(displayText(`x ${once} y`)).toBe(`x ${once} y`);
  });

  test.each([
    ['\u2069אב', '\u2068\\u2069אב\u2069'],
    ['\u2068אב', '\u2068\\u2068אב\u2069'],
    ['\u2067אב\u2069', '\u2068\\u2067אב\\u2069\u2069'],
    ['\u202Eab', '\\u202eab'],
    ['\u200Fab', '\\u200fab'],
  ])('%j doesn’t end an isolate', (name, shown) => {
    expect(displayText(name)).toBe(shown);
    expect(displayText(shown)).toBe(shown);
  });
});

describe('the log', () => {
  test.each(Object.entries(hostileParts))('has one line for an error whose code is %s', (_, part) => {
    const lines: string[] = [];
    const note = (line: string | Error): void => void lines.push(String(line));
    outputLog({ debug: note, info: note, error: note }).error(
      'reading',
      Object.assign(new Error('x'), { code: part, name: part }),
    );
    expect(lines.join('\n').split('\n')).toHaveLength(1);
    expect(unseenLines(lines.join('\n'))).toEqual([]);
  });
});

describe('content security policy of a page', () => {
  const development = /content="([^"]*)"/.exec(
    readFileSync(new URL('../../webview-ui/dev/index.html', import.meta.url), 'utf8').replace(
      /<meta charset[^>]*>/,
      '',
    ),
  )![1]!;
  test.each([
    ['in VS Code', pagePolicy('https://own.example', 'abc'), `'nonce-abc'`],
    ['in a plain browser', development, `'self'`],
  ])('%s allows one script, and no frames, forms, or base address', (_, policy, script) => {
    const directives = new Map(
      policy.split(';').map((one) => {
        const [name = '', ...values] = one.trim().split(' ');
        return [name, values.join(' ')] as const;
      }),
    );
    expect(directives.get('default-src')).toBe(`'none'`);
    expect(directives.get('base-uri')).toBe(`'none'`);
    expect(directives.get('form-action')).toBe(`'none'`);
    expect(directives.get('script-src')).toBe(script);
    for (const name of ['img-src', 'object-src', 'frame-src', 'child-src', 'worker-src', 'media-src']) {
      expect(directives.has(name), name).toBe(false);
    }
    expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
  });
});
