import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Resources that Azure bills by hour and by processed data. */
const languages = [
  ['en', /NAT gateway|Azure Firewall|private endpoint/i, /\b(bills|billed|prices?|pay)\b/i, /per GB/],
  [
    'fr',
    /passerelle NAT|Pare-feu Azure|points? de terminaison privé/i,
    /\b(facture|facturé|prix|payer)\b/i,
    /par Go/,
  ],
] as const;

/** Titles of changes, whose cost is next to them. */
const titles = new Set(['resource.billed.natGateway', 'resource.billed.endpoint']);

test.each(languages)(
  'in %s, a text about the cost of what also bills data states it with its unit',
  (language, resource, cost, unit) => {
    const folder = new URL(`../../../src/messages/${language}/`, import.meta.url);
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) =>
        Object.entries(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>),
      );
    const found = texts.filter(([key, text]) => resource.test(text) && cost.test(text) && !titles.has(key));
    expect(found.length).toBeGreaterThan(6);
    expect(found.filter(([, text]) => !unit.test(text))).toEqual([]);
  },
);
