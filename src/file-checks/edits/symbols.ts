import { expressionsOf } from '../../documents/template/expressions-of';
import { withChildren, type Template } from '../../documents/template/template';

/** Returns the symbolic names of a template, including those of nested resources. */
export function symbolsIn(template: Template): ReadonlySet<string> {
  const { parameters, variables, functions, outputs, resources, modules } = template;
  const named = [...parameters, ...variables, ...functions, ...outputs].map(({ name }) => name);
  const symbols = [...resources.flatMap(withChildren), ...modules].flatMap(({ symbol }) => symbol ?? []);
  const locals = [...expressionsOf(template)].flatMap((one) => (one.is === 'for' ? [one.loop.item] : []));
  return new Set([...named, ...symbols, ...locals]);
}

/** Converts `ng-snet-training` to `ngSnetTraining`, with a number if the file already has that symbol. */
export function freeSymbol(name: string, used: ReadonlySet<string>): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words.map((word, index) => (index === 0 ? small(word) : capital(word))).join('');
  const base = /^[a-z]/.test(joined) ? joined : `new${capital(joined)}`;
  for (let n = 1; ; n += 1) {
    const symbol = n === 1 ? base : `${base}${n}`;
    if (!used.has(symbol)) return symbol;
  }
}

/** Converts `AzureMachineLearning` to `azureMachineLearning`, and `NAT` to `nat`. */
function small(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

/** Converts `UDP` to `Udp`. Capitals inside a word stay. */
function capital(word: string): string {
  const rest = word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1);
  return word.charAt(0).toUpperCase() + rest;
}
