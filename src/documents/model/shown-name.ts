/** Functions that change nothing of what a name says. */
const plain = /\b(?:tolower|toupper|trim|string)\(([^()]*)\)/g;
const calls = /\b[\w.]+\([^()]*\)/g;

/** A name as it is shown: `tolower(‹prefix›)-ci` as `‹prefix›-ci`, a longer computation as `…`. */
export function shownName(name: string): string {
  let shown = name.replaceAll(/[\w.]+\(\)/g, (call) => call.slice(0, -2));
  for (let before = ''; before !== shown;) {
    before = shown;
    shown = shown.replaceAll(plain, '$1');
    if (shown === before) shown = shown.replace(calls, '…');
  }
  return shown;
}
