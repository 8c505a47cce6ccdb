import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { joinPages, type JoinedPages } from '../../../src/cli/fleet/graph-pages';
import { csvCell } from '../../../src/cli/fleet/fleet-report';
import { fleetReportSchema, type FleetReport } from '../../../src/contract/fleet-report';
import { formatReason } from '../../../src/wording/reason-text';
import { fleetRows, type GraphRow } from '../../support/fleet';
import { messagesIn } from '../../support/messages-in';
import { ran } from './ran';

const rows = fleetRows({ networks: 2, subnets: 5 });

/** Returns one page as the Azure CLI prints it. */
function page(all: readonly GraphRow[], more: object = {}): string {
  return JSON.stringify({
    count: all.length,
    data: all,
    skip_token: null,
    total_records: all.length,
    ...more,
  });
}

function without(row: GraphRow, column: string): GraphRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)) as GraphRow;
}

function properties(row: GraphRow): object {
  return row['properties'] as object;
}

/** Returns the pages of a result, with `size` rows each. */
function pages(all: readonly GraphRow[], size: number): readonly string[] {
  const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => at * size);
  return starts.map((from) =>
    page(all.slice(from, from + size), {
      total_records: all.length,
      skip_token: from + size < all.length ? `t${from}` : null,
    }),
  );
}

async function reportOf(line: string, files: Readonly<Record<string, string>>): Promise<FleetReport> {
  const { out } = await ran(`check --fleet ${line} --format json`, files);
  return v.parse(fleetReportSchema, JSON.parse(out));
}

function joined(files: Readonly<Record<string, string>>): JoinedPages {
  return joinPages(Object.entries(files).map(([name, text]) => ({ name, text })));
}

const whole = { 'graph.json': page(rows) };

/** After an intended change, `npx vitest run test/unit/cli -u` writes the file again. */
test('docs/fleet-report.schema.json describes the report', async () => {
  const schema = toJsonSchema(fleetReportSchema, { target: 'draft-2020-12' });
  const text = `${JSON.stringify({ $id: 'fleet-report.schema.json', ...schema }, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../docs/fleet-report.schema.json');
});

test('each subnet has a row with the result of check', async () => {
  const { out, error, code } = await ran('check --fleet graph.json', whole);
  expect(code).toBe(1);
  expect(out.split('\n')[0]).toBe(
    'subscription,resource_group,network,subnet,computes,for_azure_ml,state,only_if,errors,unknown,warnings,causes,not_known,not_read,next_step,change,id',
  );
  expect(out.trimEnd().split('\n')).toHaveLength(1 + 10);
  expect(error).toContain('10 subnets in 2 networks of 1 subscription: ');
});

test('a row has the state and the causes of check', async () => {
  const { subnets: all, isComplete } = await reportOf('graph.json', whole);
  expect(isComplete).toBe(true);
  const subnets = all.filter(({ state }, at) => all.findIndex((one) => one.state === state) === at);
  const checked = await ran(
    `check graph.json --format json ${subnets.map(({ id }) => `--subnet ${id}`).join(' ')}`,
    whole,
  );
  const report = JSON.parse(checked.out) as {
    readonly subnets: readonly {
      readonly id: string;
      readonly ready: boolean;
      readonly counts: { readonly errors: number };
      readonly causes: readonly {
        readonly key: string;
        readonly status: string;
        readonly severity: string;
      }[];
    }[];
  };
  const states = report.subnets.map(({ id, ready, counts, causes }) => [
    id,
    counts.errors > 0 ? 'not-ready' : ready ? 'conditional' : 'unknown',
    causes.map(({ key }) => key).sort(),
  ]);
  const ours = subnets.map(({ id, state, causes }) => [
    id,
    state,
    causes
      .filter(({ flows }) => flows.length > 0)
      .map(({ key }) => key)
      .sort(),
  ]);
  expect(new Set(subnets.map(({ state }) => state)).size).toBe(3);
  expect(ours).toEqual(states.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
});

describe('pages of Resource Graph', () => {
  const [first = '', second = '', third = '', ...others] = pages(rows, 5);
  const named = Object.fromEntries(
    [first, second, third, ...others].map((text, at) => [`p${at}.json`, text]),
  );
  const all = Object.keys(named).join(' ');
  const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'an array of pages': { 'graph.json': `[${Object.values(named).join(',')}]` },
    'JSON lines': { 'graph.json': Object.values(named).join('\n') },
    'pages one after the other, with a byte order mark': {
      'graph.json': `\uFEFF${Object.values(named)
        .map((text) => JSON.stringify(JSON.parse(text), null, 2))
        .join('\n')}\n`,
    },
    'the REST API': {
      'graph.json': JSON.stringify({
        totalRecords: rows.length,
        count: rows.length,
        data: rows,
        facets: [],
        resultTruncated: 'false',
      }),
    },
    'a table': {
      'graph.json': JSON.stringify({
        totalRecords: rows.length,
        count: rows.length,
        resultTruncated: 'false',
        data: {
          columns: Object.keys(rows[0] ?? {}).map((name) => ({ name, type: 'string' })),
          rows: rows.map((one) => Object.values(one)),
        },
      }),
    },
  };
  test.each(Object.keys(shapes))('%s contain the same resources', (shape) => {
    expect(joined(shapes[shape] ?? {})).toEqual(joined(whole));
  });
  test('in several files have the same rows, in any order', async () => {
    const expected = await reportOf('graph.json', whole);
    expect(await reportOf(all, named)).toEqual(expected);
    expect(await reportOf('*.json', named)).toEqual(expected);
    expect(joined(Object.fromEntries(Object.entries(named).reverse())).incomplete).toEqual([]);
    const { out } = await ran('check --fleet - --format json', {}, { input: whole['graph.json'] });
    expect(v.parse(fleetReportSchema, JSON.parse(out))).toEqual(expected);
  });
  test('have the same resources for any split, and are incomplete without any of the pages', () => {
    for (let size = 1; size < rows.length; size += 1) {
      const split = pages(rows, size).map((text, at) => [`p${at}.json`, text] as const);
      expect(joined(Object.fromEntries(split))).toEqual(joined(whole));
      for (const left of split) {
        const others = Object.fromEntries(split.filter((one) => one !== left));
        expect(joined(others).incomplete.map(({ key }) => key)).toContain('fleet.missing');
      }
    }
  });

  const cut: Readonly<Record<string, readonly [text: string, because: string]>> = {
    'truncated by Azure': [page(rows, { resultTruncated: 'true' }), 'Azure truncated the result'],
    'with a token left': [
      page(rows.slice(0, 9), { total_records: rows.length, skip_token: 'x' }),
      'are missing',
    ],
    'with a token, and all rows': [page(rows, { skip_token: 'x' }), 'last page is missing'],
    'with fewer rows than their count': [page(rows, { count: rows.length + 1 }), 'don’t fit together'],
    'with a resource before and after a change': [
      [
        page(rows),
        page(rows.map((one) => ({ ...one, properties: { ...properties(one), changed: 1 } }))),
      ].join('\n'),
      'don’t fit together',
    ],
    'with rows without properties': [
      page(rows.map((one) => ({ ...one, properties: null }))),
      'aren’t from the query that --fleet-query prints',
    ],
    'without a total': [JSON.stringify(rows), 'doesn’t state how many resources'],
    'of another query': [
      page(rows.map((one) => without(one, 'fleetQuery'))),
      'aren’t from the query that --fleet-query prints',
    ],
  };
  test.each(Object.keys(cut))('%s can be incomplete', (name) => {
    const [text = '', because = ''] = cut[name] ?? [];
    const say = messagesIn('en');
    const { incomplete } = joined({ 'graph.json': text });
    expect(incomplete.map((one) => formatReason(say, one)).join()).toContain(because);
  });
  test('don’t have passing rows if resources can be missing', async () => {
    const files = { 'graph.json': cut['truncated by Azure']?.[0] ?? '' };
    const { summary, isComplete } = await reportOf('graph.json', files);
    expect([isComplete, summary.states.conditional]).toEqual([false, 0]);
    const { code, error } = await ran('check --fleet graph.json --fail-on none', files);
    expect(error).toContain('no subnet is reported as ready');
    expect(code).toBe(0);
    expect((await ran('check --fleet graph.json', files)).code).toBe(1);
  });
  test('have unknown rows if networks don’t have properties', async () => {
    const bare = rows.map((one) => without(one, 'properties'));
    const networks = bare.filter(({ type }) => type.endsWith('/virtualnetworks'));
    const { subnets } = await reportOf('graph.json', { 'graph.json': page(networks) });
    expect(subnets.map(({ state, subnet }) => [state, subnet])).toEqual(networks.map(() => ['unknown', '']));
  });
  const wrong: Readonly<Record<string, string>> = {
    'not JSON': 'network',
    'truncated JSON': page(rows).slice(0, 999),
    'an error': '{"error":{"code":"BadRequest"}}',
    'too deep': `${'['.repeat(1000)}${']'.repeat(1000)}`,
    'no resources': '[1, "a", null]',
    'rows that aren’t lists': '{"data":{"columns":[{"name":"id"}],"rows":[null, 5]}}',
    'invalid IDs': page(rows.map((one) => ({ ...one, id: 'x' }))),
  };
  test.each(Object.keys(wrong))('are rejected with exit code 3: %s', async (name) => {
    const { code, out, error } = await ran('check --fleet graph.json', { 'graph.json': wrong[name] ?? '' });
    expect([code, out]).toEqual([3, '']);
    expect(error).toContain('graph.json');
  });
});

test('without the resources of a type, no other row passes', async () => {
  const before = await reportOf('graph.json', whole);
  const was = new Map(before.subnets.map(({ id, state }) => [id, state]));
  for (const type of new Set(rows.map((one) => one.type))) {
    const left = rows.filter((one) => one.type !== type);
    // As if Azure had omitted them, or the rows were from another query.
    for (const text of [
      page(left, { total_records: rows.length }),
      page(left.map((one) => ({ ...one, fleetQuery: '' }))),
    ]) {
      const { subnets } = await reportOf('graph.json', { 'graph.json': text });
      const better = subnets.filter(({ id, state }) => state === 'conditional' && was.get(id) !== state);
      expect([type, better]).toEqual([type, []]);
      expect(subnets.every(({ state }) => state !== 'conditional')).toBe(true);
    }
  }
});

test('without a resource that the account can’t read, no other row passes or exits with 0', async () => {
  const { subnets: all } = await reportOf('graph.json', whole);
  const was = new Map(all.map((one) => [one.id, one]));
  for (const row of rows.filter(
    ({ id, type }) => id.includes('/rg-1/') && !type.endsWith('/virtualnetworks'),
  )) {
    const { subnets, isComplete } = await reportOf('graph.json', {
      'graph.json': page(rows.filter((one) => one !== row)),
    });
    expect(isComplete).toBe(true);
    const better = subnets.filter(({ id, state, isFailing }) => {
      const before = was.get(id);
      return (
        (state === 'conditional' && before?.state !== state) || (!isFailing && before?.isFailing === true)
      );
    });
    expect([row.id, better.map(({ id }) => id)]).toEqual([row.id, []]);
  }
});

test('security admin rules of a network are unknown if Resource Graph has a record of them', async () => {
  const network = rows.find(({ type }) => type.endsWith('/virtualnetworks'))?.id ?? '';
  const record = {
    id: `${network}/providers/Microsoft.Network/effectiveSecurityAdminRules/default`,
    name: 'default',
    type: 'microsoft.network/effectivesecurityadminrules',
    fleetQuery: 'aml-secure-compute/1',
  };
  const { subnets } = await reportOf('graph.json', { 'graph.json': page([...rows, record]) });
  const its = subnets.filter(({ id }) => id.startsWith(network));
  expect(its.every(({ state }) => state !== 'conditional')).toBe(true);
  expect(its[0]?.unknown.join()).toContain('Security admin rules apply to vnet-0');
});

describe('a baseline of the fleet', () => {
  const line = 'check --fleet graph.json';
  const changed = rows.map((one): GraphRow => {
    const isGroup = one.type.endsWith('/networksecuritygroups');
    if (!isGroup || !(one.id.endsWith('/nsg-0') || one.id.endsWith('/nsg-1'))) return one;
    const other = rows.find(({ id }) => id.endsWith(one.id.endsWith('/nsg-0') ? '/nsg-1' : '/nsg-0'));
    const rules = (other?.['properties'] as { readonly securityRules: object }).securityRules;
    return {
      ...one,
      properties: { ...(one['properties'] as object), securityRules: rules },
    } as unknown as GraphRow;
  });
  async function known(): Promise<string> {
    const { written, code } = await ran(`${line} --write-baseline known.json`, whole);
    expect(code).toBe(0);
    return written['known.json'] ?? '';
  }
  test('doesn’t have changes for the same resources, and the run exits with 0', async () => {
    const files = { ...whole, 'known.json': await known() };
    const { code } = await ran(`${line} --baseline known.json`, files);
    expect(code).toBe(0);
    const { subnets, baseline } = await reportOf('graph.json --baseline known.json', files);
    expect(new Set(subnets.map(({ change }) => change))).toEqual(new Set(['same']));
    expect(baseline?.gone).toEqual([]);
  });
  test('makes new problems fail, and reports fixed ones by subnet', async () => {
    const files = { 'graph.json': page(changed), 'known.json': await known() };
    const { subnets } = await reportOf('graph.json --baseline known.json', files);
    const of = (network: string) => subnets.filter((one) => one.network === network).map((one) => one.change);
    expect(of('vnet-0')).toContain('gone');
    expect(of('vnet-1')).toContain('new');
    const { code, error } = await ran(`${line} --baseline known.json`, files);
    expect(code).toBe(1);
    expect(error).toContain('with new causes');
  });
  test('doesn’t report missing resources as fixed, and isn’t written from them', async () => {
    const left = rows.filter(({ type }) => !type.endsWith('/networksecuritygroups'));
    const files = { 'graph.json': page(left, { total_records: rows.length }), 'known.json': await known() };
    const { baseline } = await reportOf('graph.json --baseline known.json', files);
    expect(baseline?.gone.filter(({ id }) => id === 'nsg-rule-blocks')).toEqual([]);
    const { written } = await ran(`${line} --write-baseline other.json`, files);
    expect(written).toEqual({});
  });
});

test('no cell is a formula, and each value is one cell', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '"=1', '\t=1', '＝1', '|calc', '%0A=1'];
  for (const text of formulas) expect(csvCell(text)).toMatch(/^"?'/);
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  expect(csvCell('a\r\nb')).not.toMatch(/[\r\n]/);
  expect(csvCell('snet-1')).toBe('snet-1');
});

test('Markdown lists the worst results first, and JSON is written to a file too', async () => {
  const { out, written } = await ran(
    'check --fleet graph.json --format markdown --output json=fleet.json',
    whole,
  );
  expect(out).toContain('| Network | Subnet |');
  expect(out.split('\n').find((one) => one.startsWith('| vnet'))).toContain('| Not ready |');
  expect(v.parse(fleetReportSchema, JSON.parse(written['fleet.json'] ?? '')).subnets).toHaveLength(10);
  const french = await ran('check --fleet graph.json --format markdown', whole, 'fr');
  expect(french.out).toContain('| Réseau | Sous-réseau |');
});

test('the query is printed so that users can run it', async () => {
  const { out, code } = await ran('check --fleet-query');
  expect(code).toBe(0);
  expect(out).toMatch(/^resources \| where type in~ \(.+\) \|.+ \| order by id asc\n$/);
});

const usage: Readonly<Record<string, string>> = {
  'check --fleet': 'Specify the result of the query of --fleet-query',
  'check --fleet graph.json --format sarif': '--format',
  'check --fleet graph.json --output junit=a.xml': '--format',
  'check --fleet graph.json --effective-routes a.json': '--effective-routes',
  'check --fleet graph.json --subnet other': 'other',
  'check vnet-show.json --format csv': '--format',
};
test.each(Object.keys(usage))('%s is an invalid command line', async (line) => {
  const { code, error } = await ran(line, whole);
  expect(code).toBe(2);
  expect(error).toContain(usage[line]);
});
