import type { BadInput } from '../fuzz/bad-input';

/** Parts that parsers search for, repeated many times: one text of each, or of two. */
const parts = [
  ...[
    ' ',
    '\t',
    '//',
    '/*',
    '*/',
    '/',
    '-',
    '_.',
    '0',
    '#,',
    ',',
    ':',
    '=',
    'a.',
    'a(',
    '()',
    '((',
    '[',
    '](',
  ],
  ...['"\\', "\\'", '‹', '‹›', '{', '{0}', '@', '@[]:', '.json', '.param.', '/providers/', '/providers/a/b'],
  ...[
    '// aml-secure-compute: ignore-next-line  ',
    '/* aml-secure-compute: ',
    'é',
    '%',
    '?#',
    '..',
    '&&',
    '$',
  ],
];

/** Repeats each part so often that parsing it again from each position takes seconds. */
function slowTexts(length: number): readonly string[] {
  return parts.flatMap((part) => {
    const many = part.repeat(Math.ceil(length / part.length));
    return [many, `${many}x`];
  });
}

const quoted = (text: string): string =>
  `'${text.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll('${', '$ {')}'`;
const table = (name: string, body: string): string =>
  `resource ${name} 'Microsoft.Network/routeTables@2024-05-01' = {\n${body}\n}\n`;

/** An argument of a function, in a tag. */
const argument =
  (call: (text: string) => string) =>
  (text: string, at: number): string =>
    table(`t${at}`, `  name: 't${at}'\n  tags: { v: ${call(quoted(text))} }`);

/** Positions of a text in Bicep: each returns its declaration. */
const bicepPlaces: Readonly<Record<string, (text: string, at: number) => string>> = {
  'a line': (text) => `${text}\n`,
  'a line comment': (text, at) => `// ${text}\nvar v${at} = 1\n`,
  'a comment after code': (text, at) => `var v${at} = 1 // x ${text}\n`,
  'a block comment': (text) => `/* ${text.replaceAll('*/', '* /')} */\n`,
  'a directive': (text) => `// aml-secure-compute: cluster x${text}y\n`,
  'an ignoring comment': (text) => `// aml-secure-compute: ignore-next-line x${text}y\n`,
  'a name': (text, at) => table(`t${at}`, `  name: ${quoted(text)}`),
  'an unknown name': (text, at) =>
    `param p${at} string\n${table(`t${at}`, `  name: '\${p${at}}${quoted(text).slice(1)}`)}`,
  'an ID': (text, at) =>
    table(`t${at}`, `  name: 't${at}'\n  properties: { networkSecurityGroup: { id: ${quoted(text)} } }`),
  'a description': (text, at) => `@description(${quoted(text)})\nparam p${at} string = 'a'\n`,
  'a number format': argument((text) => `format('{0:${text.slice(1, -1).replaceAll(/[{}]/g, '')}}', 12345)`),
  'a format': argument((text) => `format(${text}, 'a')`),
  'a date format': argument((text) => `dateTimeAdd('2024-01-01', 'PT1H', ${text})`),
  'a date': argument((text) => `dateTimeToEpoch(${text})`),
  'an address': argument((text) => `parseUri('https://\${${text}}')`),
  'a joined address': argument((text) => `uri('https://a/', ${text})`),
  'a split text': argument((text) => `split(${text}, [ ' ', 'x', '//' ])`),
  'a text with spaces around': argument((text) => `trim(${text})`),
  'a replaced text': argument((text) => `replace(${text}, '//', '/')`),
  'an ARM ID': argument((text) => `reference(${text}).a`),
  'a CIDR': argument((text) => `parseCidr(${text})`),
  JSON: argument((text) => `json(${text})`),
  base64: argument((text) => `base64ToString(${text})`),
  'a file name': argument((text) => `loadTextContent(${text})`),
  'a folder pattern': argument((text) => `loadDirectoryFileInfo('.', ${text})`),
  'a module path': (text, at) => `module m${at} ${quoted(text)} = { name: 'm${at}' }\n`,
  'a registry address': (text, at) => `module m${at} 'br:${quoted(text).slice(1)} = { name: 'm${at}' }\n`,
};

const armPlaces: Readonly<Record<string, (text: string) => string>> = {
  'a comment': (text) => `// ${text}\n`,
  'a directive': (text) => `// aml-secure-compute: x${text}y\n`,
  'a name': (text) => `${armTable(text)},\n`,
  'an expression': (text) => `${armTable(`[concat('${text.replaceAll("'", "''")}', 'a')]`)},\n`,
  'a broken expression': (text) => `${armTable(`[${text}]`)},\n`,
  'an ID': (text) => `${armTable('a', { networkSecurityGroup: { id: text } })},\n`,
  'half a text': (text) => `"${text}\n`,
};

function armTable(name: string, properties: object = {}): string {
  return JSON.stringify({
    type: 'Microsoft.Network/routeTables',
    apiVersion: '2024-05-01',
    name,
    properties,
  });
}

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

function armFile(resources: string): string {
  return `{ "$schema": "${schema}", "contentVersion": "1.0.0.0", "resources": [\n${resources}{} ] }`;
}

/** Files with a long text in one position each, by name. */
export function slowFiles(length: number): Readonly<Record<string, BadInput>> {
  const texts = slowTexts(length);
  const flat = texts.map((text) => text.replaceAll('\n', ' '));
  const param = flat.map((text, at) => `param p${at} = ${quoted(text)}\n`).join('');
  const entries: (readonly [string, BadInput])[] = [
    ...Object.entries(bicepPlaces).map(
      ([place, write]) => [`Bicep: ${place}`, [['main.bicep', flat.map(write).join('')]]] as const,
    ),
    ...Object.entries(armPlaces).map(
      ([place, write]) => [`ARM: ${place}`, [['main.json', armFile(flat.map(write).join(''))]]] as const,
    ),
    [
      'parameters',
      [
        ['main.bicep', flat.map((_, at) => `param p${at} string\n`).join('')],
        ['main.bicepparam', `using 'main.bicep'\n${param}`],
        ['main.parameters.json', JSON.stringify({ parameters: { p0: { value: flat } } })],
      ],
    ],
    [
      'bicepconfig.json',
      [
        ['main.bicep', "module m 'br/a:b:1' = { name: 'm' }\n"],
        ['bicepconfig.json', JSON.stringify({ cacheRootDirectory: flat[0], moduleAliases: { br: flat } })],
      ],
    ],
    [
      'YAML',
      [
        ['main.bicep', argument(() => "loadYamlContent('a.yaml')")('', 0)],
        ['a.yaml', flat.map((text, at) => `k${at}: ${text}\n`).join('')],
      ],
    ],
    ['an exported resource', [['main.json', flat.map((text) => `"${text}`).join('\n')]]],
    ['exported resources', [['main.json', JSON.stringify(flat.map((text) => ({ id: text, name: text })))]]],
  ];
  return Object.fromEntries(entries);
}
