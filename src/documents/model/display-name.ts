/** Functions that don't change a name's meaning. */
const plain: ReadonlySet<string> = new Set([
  ...['tolower', 'toupper', 'trim', 'string'],
  // Of Terraform.
  ...['lower', 'upper', 'trimspace', 'tostring'],
]);

/** The state of an open pair of parentheses. */
interface Group {
  /** Name of the function that is called: the word before the parenthesis. */
  readonly name: string;
  shown: string;
  /** True if parentheses inside are kept. The outer ones are then kept too. */
  hasParentheses: boolean;
}

/**
 * Converts a name for display: `tolower(‹prefix›)-ci` becomes `‹prefix›-ci`, and a longer computation becomes `…`. The
 * name is scanned once.
 */
export function displayName(name: string): string {
  const rootGroup = groupOf('');
  const open = [rootGroup];
  let word = '';
  for (const [token] of name.matchAll(/[\w.]+|[()]|[^\w.()]+/g)) {
    const inner = open.at(-1) ?? rootGroup;
    if (token === '(') open.push(groupOf(word));
    else if (token !== ')') inner.shown += word + (/^[\w.]/.test(token) ? '' : token);
    else if (open.length === 1) rootGroup.shown += `${word})`;
    else close(open, word);
    word = /^[\w.]/.test(token) ? token : '';
  }
  const unclosed = open.slice(1).map((one) => `${one.name}(${one.shown}`);
  return [rootGroup.shown, ...unclosed, word].join('');
}

function groupOf(name: string): Group {
  return { name, shown: '', hasParentheses: false };
}

/** Closes the innermost group with its last word. */
function close(open: Group[], word: string): void {
  const group = open.pop();
  const around = open.at(-1);
  if (!group || !around) return;
  group.shown += word;
  const dots = group.name.search(/[^.]/);
  const own = group.name.slice(group.name.lastIndexOf('.') + 1);
  if (group.name !== '' && group.shown === '') around.shown += group.name;
  else if (dots < 0 || group.hasParentheses) {
    around.shown += `${group.name}(${group.shown})`;
    around.hasParentheses = true;
  } else if (plain.has(own)) around.shown += group.name.slice(0, -own.length) + group.shown;
  else around.shown += `${group.name.slice(0, dots)}…`;
}
