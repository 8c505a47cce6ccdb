import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tagCatalogOf, type TagSnapshot } from '../../src/core/tags/tag-snapshot';
import { root } from '../../scripts/places.mjs';

interface Published {
  readonly id: number;
  readonly cloud: string;
  readonly files: readonly string[];
}

const published: readonly Published[] = [
  {
    id: 56519,
    cloud: 'Public',
    files: ['71d86715/ServiceTags_Public_20261116', '71d86715/ServiceTags_Public_20261123'],
  },
  { id: 57063, cloud: 'AzureGovernment', files: ['64db03bf/ServiceTags_AzureGovernment_20261123'] },
  { id: 57062, cloud: 'China', files: ['9d0d01af/ServiceTags_China_20261123'] },
];

const fileAddress = (name: string): string => `https://download.microsoft.com/download/7/1/d/${name}.json`;

/** Microsoft's download page: the files are in the JSON of a script, and one is also a button (November 2026). */
function page({ files }: Published): string {
  const details = {
    dlcDetailsView: {
      downloadTitle: 'Azure IP Ranges and Service Tags',
      downloadFile: files.map((name) => ({
        isPrimary: 'False',
        name: `${name.split('/')[1] ?? ''}.json`,
        url: fileAddress(name),
        size: '4113370',
      })),
    },
  };
  const [first = ''] = files;
  return `<!DOCTYPE html><html><body><script>window.__DLCDetails__=${JSON.stringify(details)}</script>
<a href="${fileAddress(first)}" class="download">Download</a>
<a href="https://download.microsoft.com/download/a/b/c/terms.pdf">Terms</a></body></html>`;
}

function list(cloud: string, name: string): unknown {
  const tags = Array.from({ length: 150 }, (_, at) => ({
    name: ['AzureMachineLearning', 'AzureMachineLearning.WestEurope'][at] ?? `Tag${at}`,
    id: `Tag${at}`,
    properties: {
      changeNumber: 1,
      region: '',
      regionId: 0,
      platform: 'Azure',
      systemService: '',
      // A tag contains its regional form.
      addressPrefixes: [`20.${at}.0.0/16`, '2603:1020::/47', ...(at === 0 ? ['20.1.0.0/16'] : [])],
    },
  }));
  return { changeNumber: name.includes('20261116') ? 400 : 401, cloud, values: tags };
}

let server: Server;
let folder: string;
let asked: string[];
/** Responses that differ from Microsoft's, by path. */
let instead: Map<string, string>;

beforeEach(async () => {
  asked = [];
  instead = new Map();
  folder = mkdtempSync(join(tmpdir(), 'service-tags-'));
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const text = instead.get(path) ?? answerTo(path);
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

function answerTo(path: string): string | undefined {
  const ofPage = published.find(({ id }) => path === `/en-us/download/details.aspx?id=${id}`);
  if (ofPage) return page(ofPage);
  const ofFile = published.find(({ files }) =>
    files.some((name) => path === new URL(fileAddress(name)).pathname),
  );
  return ofFile && JSON.stringify(list(ofFile.cloud, path));
}

function refresh(): Promise<{ readonly code: unknown; readonly error: string }> {
  const { port } = server.address() as AddressInfo;
  const script = join(root, 'scripts', 'refresh-service-tags.mjs');
  const args = [script, '--mirror', `http://127.0.0.1:${port}`, '--to', folder];
  return new Promise((done) => {
    execFile(process.execPath, args, (error, _, stderr) => {
      done({ code: error?.code ?? 0, error: stderr });
    });
  });
}

const written = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.gz'))
    .sort();

describe('the script of the weekly workflow', () => {
  it('writes the newest list of each cloud in the product’s format', async () => {
    expect(await refresh()).toEqual({ code: 0, error: '' });
    expect(asked).toHaveLength(6);
    expect(written()).toEqual(['china', 'public', 'usgov'].map((cloud) => `service-tags.${cloud}.json.gz`));
    const packed = readFileSync(join(folder, 'service-tags.public.json.gz'));
    const snapshot = JSON.parse(gunzipSync(packed).toString('utf8')) as TagSnapshot;
    const { cloud, date, changeNumber, prefixes } = tagCatalogOf(snapshot);
    expect({ cloud, date, changeNumber }).toEqual({
      cloud: 'public',
      date: '2026-11-23',
      changeNumber: '401',
    });
    const west = { first: 0x14010000, last: 0x1401ffff, length: 16 };
    expect(prefixes('AzureMachineLearning.WestEurope')).toEqual([west]);
    expect(prefixes('azuremachinelearning')).toEqual([
      { first: 0x14000000, last: 0x1400ffff, length: 16 },
      west,
    ]);
    // The list contains the prefixes of its parts only once.
    expect(snapshot.tags['AzureMachineLearning']).toMatch(/^\* \w+ g$/);
  });

  it.each([
    [
      'a page without a file',
      '/en-us/download/details.aspx?id=57062',
      '<html>Moved</html>',
      'no link to a file',
    ],
    [
      'a file from another server',
      '/en-us/download/details.aspx?id=57062',
      page(published[2] as Published).replaceAll('download.microsoft.com', 'example.com'),
      'no link to a file',
    ],
    [
      'a truncated list',
      '/download/7/1/d/9d0d01af/ServiceTags_China_20261123.json',
      JSON.stringify({ changeNumber: 1, cloud: 'China', values: [] }),
      'only 0 service tags',
    ],
  ])('writes nothing with %s', async (_, path, text, because) => {
    instead.set(path, text);
    const { code, error } = await refresh();
    expect(code).not.toBe(0);
    expect(error).toContain(because);
    expect(written()).toEqual([]);
  });
});
