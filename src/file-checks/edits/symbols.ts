import { expressionsOf } from '../../documents/template/expressions-of';
import type { ResourceDeclaration, Template } from '../../documents/template/template';

/** Symbolic names that a template has, those of resources inside of others among them. */
export function symbolsIn(template: Template): ReadonlySet<string> {
  const { parameters, variables, functions, outputs, resources, modules } = template;
  const named = [...parameters, ...variables, ...functions, ...outputs].map(({ name }) => name);
  const symbols = [...resources.flatMap(withChildren), ...modules].flatMap(({ symbol }) => symbol ?? []);
  const locals = [...expressionsOf(template)].flatMap((one) => (one.is === 'for' ? [one.loop.item] : []));
  return new Set([...named, ...symbols, ...locals]);
}

function withChildren(resource: ResourceDeclaration): readonly ResourceDeclaration[] {
  return [resource, ...resource.children.flatMap(withChildren)];
}

/** `ng-snet-training` as `ngSnetTraining`, with a number where the file has that already. */
export function freeSymbol(name: string, used: ReadonlySet<string>): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words.map((word, index) => (index === 0 ? small(word) : capital(word))).join('');
  const base = /^[a-z]/.test(joined) ? joined : `new${capital(joined)}`;
  for (let n = 1; ; n += 1) {
    const symbol = n === 1 ? base : `${base}${n}`;
    if (!used.has(symbol)) return symbol;
  }
}

/** `AzureMachineLearning` as `azureMachineLearning`, `NAT` as `nat`. */
function small(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

/** `UDP` as `Udp`; capitals inside of a word stay. */
function capital(word: string): string {
  const rest = word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1);
  return word.charAt(0).toUpperCase() + rest;
}
