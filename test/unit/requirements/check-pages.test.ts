import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outdatedCheckPages } from '../../../scripts/check-pages.mjs';
import { anchorOf } from '../../../scripts/checks/check-page.mjs';
import { sentencesOf } from '../../../scripts/checks/check-facts.mjs';
import { namedIds } from '../../../scripts/checks/related.mjs';
import { englishPageWords } from '../../../scripts/checks/words-en.mjs';
import { frenchPageWords } from '../../../scripts/checks/words-fr.mjs';
import { findingChecks } from '../../../src/checks/findings/finding-catalog';
import { fileOnlyChecks } from '../../../src/file-checks/file-check-catalog';
import { requirements } from '../../../src/requirements/requirements';

const ids = [...requirements, ...findingChecks, ...fileOnlyChecks].map(({ id }) => id);

interface Page {
  readonly name: string;
  readonly text: string;
}

const languages = [
  { folder: join('docs', 'checks'), words: englishPageWords },
  { folder: join('docs', 'checks', 'fr'), words: frenchPageWords },
];
const readPage = (folder: string, name: string): Page => ({
  name: join(folder, name),
  text: readFileSync(join(folder, name), 'utf8'),
});
const pagesIn = (folder: string): readonly Page[] => ids.map((id) => readPage(folder, `${id}.md`));

/** Returns the text of each second-level heading. */
function sectionsOf({ text }: Page): ReadonlyMap<string, string> {
  const [, ...parts] = text.split(/^## /m);
  return new Map(parts.map((one) => [one.split('\n')[0] ?? '', one.slice(one.indexOf('\n')).trim()]));
}

/** Returns the lines that are neither code, a table, nor only a link. */
function proseOf(text: string): readonly string[] {
  return text
    .replaceAll(/^ *```[^]*?^ *```$/gm, '')
    .split('\n')
    .map((line) => line.replace(/^(?:- |> )/, '').trim())
    .filter((line) => line !== '' && !/^(?:\||#|\[.*\]\([^)]*\)\.?$)/.test(line));
}

describe('pages of checks', () => {
  it('match the data, with the files of their examples', { timeout: 60_000 }, async () => {
    expect(await outdatedCheckPages()).toEqual([]);
  });

  it.each(languages)('exist for every check in $folder, with an index and an overview page', ({ folder }) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
    expect(names.sort()).toEqual([...ids.map((id) => `${id}.md`), 'README.md', 'about.md'].sort());
  });

  it.each(languages)(
    'have the same form in $folder: every heading in order, and no empty part',
    ({ folder, words }) => {
      const heads = Object.values(words.heads);
      const wrong = pagesIn(folder).flatMap((page) => {
        const sections = sectionsOf(page);
        const empty = [...sections].filter(([, text]) => text === '' || /```bicep\s*```/.test(text));
        const isInOrder = JSON.stringify([...sections.keys()]) === JSON.stringify(heads);
        return isInOrder && empty.length === 0 ? [] : [page.name];
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(languages)(
    'have the ID in the title, and severity and quick fix at the top, in $folder',
    ({ folder, words }) => {
      for (const { text, name } of pagesIn(folder)) {
        const id = /^---\nid: ([a-z0-9-]+)\n---\n/.exec(text)?.[1] ?? '';
        expect(name.endsWith(`${id}.md`), name).toBe(true);
        expect(/^# (.*)$/m.exec(text)?.[1], name).toContain(`(${id}`);
        const top = text.slice(0, text.indexOf('## '));
        for (const fact of [words.facts.severity, words.facts.appliesTo, words.facts.quickFix]) {
          expect(top, name).toContain(`| ${fact} `);
        }
      }
    },
  );

  it.each(languages)('state in one sentence when they report, in $folder', ({ folder, words }) => {
    const wrong = pagesIn(folder).filter((page) => {
      const [first = '', ...more] = proseOf(sectionsOf(page).get(words.heads.when) ?? '');
      return more.length > 0 || sentencesOf(first).length !== 1 || !first.endsWith('.');
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  // Text that many pages would repeat is on the page about all checks, and linked.
  it.each(languages)('repeat no sentence on more than eight pages, in $folder', ({ folder, words }) => {
    const counts = new Map<string, number>();
    for (const page of pagesIn(folder)) {
      const own = [...sectionsOf(page)].filter(([head]) => head !== words.heads.impact);
      const sentences = own.flatMap(([, text]) => proseOf(text).flatMap(sentencesOf));
      const long = sentences.filter((one) => one.split(/\s+/).length >= 5 && /[.?!]$/.test(one));
      for (const one of new Set(long)) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 8)).toEqual([]);
  });

  it.each(languages)('have links that lead to a page and a heading, in $folder', ({ folder }) => {
    const all = readdirSync(folder).filter((name) => name.endsWith('.md'));
    const anchors = new Map<string, ReadonlySet<string>>(
      all.map((name) => {
        const heads = readPage(folder, name).text.match(/^#+ .*$/gm) ?? [];
        return [name, new Set(heads.map(anchorOf))];
      }),
    );
    const broken = all.flatMap((name) => {
      const links = [...readPage(folder, name).text.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g)];
      return links.flatMap(([, file = '', anchor]) => {
        const target = anchors.get(file === '' ? name : file);
        return target && (anchor === undefined || target.has(anchor))
          ? []
          : [`${name}: ${file}#${anchor ?? ''}`];
      });
    });
    expect(broken).toEqual([]);
  });

  it('have sources with dates of their page and of the last read', () => {
    for (const { text, name } of pagesIn(join('docs', 'checks'))) {
      const sources = sectionsOf({ name, text }).get('Sources') ?? '';
      expect(sources, name).toMatch(/^- \[.+\]\(https:.+\), (?:of \d{4}-\d\d-\d\d|undated)/);
      expect(sources, name).toMatch(/^Contradictions: /m);
    }
  });

  it('are related to checks that exist', () => {
    expect(namedIds.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('use French headings, and a no-break space before double punctuation', () => {
    const folder = join('docs', 'checks', 'fr');
    for (const name of readdirSync(folder)) {
      const { text } = readPage(folder, name);
      const prose = proseOf(text.replace(/^---\n[^]*?\n---\n/, ''))
        .join('\n')
        .replace(/`[^`]*`|\]\([^)]*\)|\[[^\]]*\]/g, '');
      expect(prose, name).not.toMatch(/[A-Za-zéà)] [;:?!](?: |$)/m);
      expect(text, name).not.toMatch(/^## (?:Reports|Impact|Fails|Passes|Fix|Limitations|Related)$/m);
    }
  });

  it('exist in French for every English one', () => {
    for (const id of ids) expect(existsSync(join('docs', 'checks', 'fr', `${id}.md`)), id).toBe(true);
  });
});
