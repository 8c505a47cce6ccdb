// Finds exported names that two modules declare, so that one name means one thing.

/** @typedef {readonly [file: string, text: string]} SourceFile with `/` on every system */

const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const enum|const|let|class|interface|type|enum) ([\w$]+)/gm;
const list = /^export (?:type )?\{([^}]*)\};$/gm;
const imported = /^import (?:type )?\{([^}]*)\} from /gm;
const jsDocType = /@typedef \{(?!\(?(?:typeof )?import\()[^@]*?\} (\w+)|@typedef \{object\} (\w+)/g;

/** Names that several modules declare on purpose, because a loader or a framework reads them. */
const conventions = [
  { name: 'benches', files: /^test\/bench\/[\w-]+\.bench\.ts$/ },
  // A generated list imports each by the name of its folder.
  { name: 'definition', files: /^src\/requirements\/[\w-]+\/requirement\.ts$/ },
  { name: 'cases', files: /^src\/requirements\/[\w-]+\/requirement\.ts$/ },
  // Playwright's name for a test with fixtures.
  { name: 'test', files: /^test\/support\/(page|workbench)\.ts$/ },
];

/** The same catalog in each language has the same names. */
const translation = /^src\/messages\/(en|fr)\//;

/**
 * Returns the names that a module declares and exports. Re-exported names are declared elsewhere. In JavaScript, JSDoc
 * types are exported too.
 * @param {SourceFile} source
 * @returns {ReadonlySet<string>}
 */
export function exportedNames([file, text]) {
  const names = [...text.matchAll(declaration)].map(([, name]) => name);
  const passedOn = new Set(namesIn(text, imported));
  const listed = namesIn(text, list).filter((name) => !passedOn.has(name));
  const comments = file.endsWith('.mjs') ? text : '';
  const types = [...comments.matchAll(jsDocType)].map(([, name, object]) => name ?? object);
  return new Set(
    [...names, ...listed, ...types].flatMap((name) => (name === undefined || name === '' ? [] : [name])),
  );
}

/** @param {string} text @param {RegExp} lists @returns {string[]} */
function namesIn(text, lists) {
  return [...text.matchAll(lists)].flatMap(([, members = '']) =>
    members.split(',').map((member) => member.replace(/^\s*(?:type )?(?:.* as )?/, '').trim()),
  );
}

/**
 * Returns exported names that more than one file declares, each with its files.
 * @param {readonly SourceFile[]} files
 * @returns {ReadonlyMap<string, readonly string[]>}
 */
export function repeatedNames(files) {
  /** @type {Map<string, string[]>} */
  const places = new Map();
  for (const source of files) {
    const [file] = source;
    for (const name of exportedNames(source)) {
      if (conventions.some((one) => one.name === name && one.files.test(file))) continue;
      const all = places.get(name) ?? [];
      const isTranslated = translation.test(file) && all.some((other) => isTwin(other, file));
      if (!isTranslated) places.set(name, [...all, file]);
    }
  }
  return new Map([...places].filter(([, all]) => all.length > 1));
}

/** @param {string} one @param {string} other */
function isTwin(one, other) {
  return translation.test(one) && one.replace(translation, '') === other.replace(translation, '');
}
