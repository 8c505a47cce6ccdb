import { toJsonSchema } from '@valibot/to-json-schema';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { requestReportSchema } from '../../../src/contract/request-report';
import { ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const files = { 'a.bicep': network };
const schemaFile = fileURLToPath(new URL('../../../docs/request-report.schema.json', import.meta.url));

describe('request', () => {
  test('prints the owners’ tasks as Markdown, and exits with 0', async () => {
    const { code, out } = await ran('request a.bicep', files);
    expect(code).toBe(0);
    expect(out).toMatch(/^# Network request for snet-training\n/);
    expect(out).toMatch(/^## NSG nsg-training$/m);
    expect(out).not.toContain('Already allowed');
  });

  test('lists allowed flows with --all', async () => {
    const { out } = await ran('request a.bicep --all', files);
    expect(out).toContain('## Already allowed, for reference');
  });

  test('applies to the named subnet', async () => {
    const { code, out } = await ran('request a.bicep --subnet snet-training', files);
    expect([code, out.match(/^# /gm)?.length]).toEqual([0, 1]);
  });

  test('prints JSON that matches its schema', async () => {
    const { code, out } = await ran('request a.bicep --format json --all', files);
    expect(code).toBe(0);
    const report = v.parse(requestReportSchema, JSON.parse(out));
    const [request] = report.requests;
    expect(request?.owners[0]).toMatchObject({
      layer: 'nsg',
      name: 'nsg-training',
      role: 'Network Contributor',
    });
    const asked = new Set(
      request?.owners.flatMap(({ flows }) => flows.map(({ requirement }) => requirement)),
    );
    expect(request?.allowed?.filter(({ requirement }) => asked.has(requirement))).toEqual([]);
    expect(request?.allowed?.length).toBeGreaterThan(0);
  });

  test('has its schema in the docs', async () => {
    const schema = toJsonSchema(requestReportSchema, { target: 'draft-2020-12' });
    await expect(
      `${JSON.stringify({ $id: 'request-report.schema.json', ...schema }, null, 2)}\n`,
    ).toMatchFileSnapshot(schemaFile);
  });

  test('leaves out what a comment suppresses', async () => {
    const ids = ['outbound-storage-445', 'outbound-aml-udp-5831'];
    const before = await ran('request a.bicep', files);
    const comment = `// aml-secure-compute: ignore-next-line ${ids.join(' ')}\n`;
    const suppressed = network
      .replace('    securityRules: [', `${comment}    securityRules: [`)
      .replace("  name: 'snet-training'", `${comment}  name: 'snet-training'`);
    const { out } = await ran('request a.bicep', { 'a.bicep': suppressed });
    for (const id of ids) {
      expect(before.out).toContain(`(${id})`);
      expect(out).not.toContain(`(${id})`);
    }
  });

  test('states if there is no subnet', async () => {
    const none = await ran('request a.bicep', { 'a.bicep': 'param a string' });
    expect([none.code, none.out]).toEqual([
      0,
      'The files don’t contain a subnet for Azure Machine Learning.\n',
    ]);
  });

  test('exits with 3 if a file can’t be read, and with 2 for an invalid format', async () => {
    expect((await ran('request gone.bicep', {})).code).toBe(3);
    expect((await ran('request a.bicep --format sarif', files)).code).toBe(2);
  });

  test('prints French', async () => {
    const { out } = await ran('request a.bicep', files, { language: 'fr' });
    expect(out).toMatch(/^# Demande réseau pour snet-training\n/);
  });
});
