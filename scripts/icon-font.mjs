// Writes VS Code's icon font and its styles with only the icons of the pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from './places.mjs';
import { exportsOf } from './packed-data.mjs';

const source = join(root, 'node_modules', '@vscode', 'codicons', 'dist');

/** The rule of one icon in the font's styles. */
const iconRule = /^\.codicon-([\w-]+):before \{[^}]*\}\n/gm;

/** Returns the files by name. `src/contract/wizard/codicons.ts` lists the icons. */
export async function iconFont() {
  /** @type {{ codicons: Readonly<Record<string, number>> }} */
  const { codicons } = await exportsOf('src/contract/wizard/codicons.ts');
  const characters = String.fromCodePoint(...Object.values(codicons));
  const font = await subsetFont(readFileSync(join(source, 'codicon.ttf')), characters, {
    targetFormat: 'woff2',
  });
  const styles = readFileSync(join(source, 'codicon.css'), 'utf8')
    .replaceAll(iconRule, (rule, name) => (Object.hasOwn(codicons, name) ? rule : ''))
    .replace(/url\("[^"]*"\) format\("truetype"\)/, 'url("./codicon.woff2") format("woff2")');
  return { 'codicon.css': Buffer.from(styles), 'codicon.woff2': font };
}
