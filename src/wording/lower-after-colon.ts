import type { Say } from '../messages/say';

/**
 * Ordinary words with which sentences of reasons begin. The name of a service or a resource keeps its capital letter.
 */
const ordinary: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'A An Application Compute Effective Firewall How If Inbound It Locks Named Names No Nobody Nodes Not Of Only Outbound Parameter Peered',
    'Peering Perimeter Policies Ports Private Registry Resource Rule Rules Security Service Subnet The This Too Traffic',
    'What Whether Which Workers You Your',
  ),
  fr: words(
    'Aucun Aucune C Ce Cela De Des Elle Il Impossible L La Le Les Ni On Parmi Pas Personne Pour Registre',
    'Certaines Certains',
    'Rien Seul Seule Si Tout Trop Un Une Vos Vous',
  ),
};

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** Returns a sentence in the form that follows a colon: “Not needed: the rules …”. */
export function afterColon(say: Say, text: string): string {
  const [first = ''] = /^\p{L}+(?=[\s’])/u.exec(text) ?? [];
  const isOrdinary = ordinary[say.language]?.has(first) === true;
  return isOrdinary ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
