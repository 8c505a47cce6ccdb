/**
 * The icons of the page, with their code points in VS Code's icon font. The page draws them itself: an element of the
 * library loads the list of all icons again for each icon. Source: `mapping.json` of `@vscode/codicons`, which a test
 * compares. The build leaves all other icons out of the font.
 */
export const codicons = {
  add: 0xea60,
  'arrow-circle-right': 0xebfe,
  'arrow-left': 0xea9b,
  'arrow-right': 0xea9c,
  beaker: 0xea79,
  check: 0xeab2,
  'chevron-down': 0xeab4,
  'chevron-right': 0xeab6,
  'circle-large-outline': 0xebb5,
  'circle-slash': 0xeabd,
  close: 0xea76,
  'collapse-all': 0xeac5,
  copy: 0xebcc,
  'credit-card': 0xeac9,
  discard: 0xeae2,
  edit: 0xea73,
  error: 0xea87,
  filter: 0xeaf1,
  'filter-filled': 0xebce,
  flame: 0xeaf2,
  globe: 0xeb01,
  history: 0xea82,
  info: 0xea74,
  key: 0xeb11,
  law: 0xeb12,
  layers: 0xebd2,
  lightbulb: 0xea61,
  link: 0xeb15,
  loading: 0xeb19,
  lock: 0xea75,
  mail: 0xeb1c,
  milestone: 0xeb20,
  package: 0xeb29,
  pass: 0xeba4,
  'pass-filled': 0xebb3,
  person: 0xea67,
  pulse: 0xeb31,
  question: 0xeb32,
  refresh: 0xeb37,
  remove: 0xeb3b,
  search: 0xea6d,
  'server-environment': 0xeba3,
  shield: 0xeb53,
  'type-hierarchy-sub': 0xebba,
  verified: 0xeb77,
  vm: 0xea7a,
  wand: 0xebcf,
  warning: 0xea6c,
} as const;

/** The name of an icon. */
export type Codicon = keyof typeof codicons;

export const codiconNames = Object.keys(codicons) as readonly Codicon[];
