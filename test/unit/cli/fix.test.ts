import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/files/infra/${name}`, import.meta.url), 'utf8');
const network = fixture('network.bicep');
const byDefault = fixture('by-default.bicep');

describe('fix', () => {
  test('writes every proven fix, says which, and the file is then clean', async () => {
    const first = await ran('fix network.bicep', { 'network.bicep': network });
    expect(first.out).toMatch(/fix(es)? written:/);
    expect(first.out).toContain('Allow');
    const text = first.written['network.bicep'] ?? '';
    expect(text).toContain("'Storage.${location}'");
    const second = await ran('check network.bicep', { 'network.bicep': text });
    expect(second.out).not.toContain('outbound-aml-udp-5831');
    expect((await ran('fix network.bicep', { 'network.bicep': text })).written).toEqual({});
  });

  test('writes nothing with --dry-run', async () => {
    const { out, written } = await ran('fix network.bicep --dry-run', { 'network.bicep': network });
    expect(out).toContain('not written (--dry-run):');
    expect(written).toEqual({});
  });

  test('closes the rest where that is asked for, and says what closes, with packets', async () => {
    const files = { 'by-default.bicep': byDefault };
    const dry = await ran('fix by-default.bicep --close-the-rest --dry-run', files);
    expect(dry.written).toEqual({});
    expect(dry.out).toContain('by-default.bicep: this would close the rest, not written (--dry-run):');
    const { out, written, code } = await ran('fix by-default.bicep --close-the-rest', files);
    expect(code).toBe(0);
    expect(out).toContain("Close the rest of 'snet-training'");
    expect(out).toContain('For example TCP 10.40.4.4 → 1.0.0.0 port 443');
    const text = written['by-default.bicep'] ?? '';
    expect(text).toContain("name: 'Deny-Internet-Out'");
    const again = await ran('fix by-default.bicep --close-the-rest', { 'by-default.bicep': text });
    expect(again.written).toEqual({});
    expect(again.out).toContain('by-default.bicep: nothing to close.');
  });

  test('fixes alone never close anything', async () => {
    expect((await ran('fix by-default.bicep', { 'by-default.bicep': byDefault })).written).toEqual({});
  });

  test('what is only an export cannot be written into', async () => {
    const { code, error } = await ran('fix nsg-show.json');
    expect(code).toBe(2);
    expect(error).toContain('nsg-show.json is no Bicep file and no ARM template');
  });

  test('parameters may lie outside of the folder, since somebody named them', async () => {
    const given = network.replace('param denyPriority int = 4096', 'param denyPriority int');
    const parameters = '{"parameters": {"denyPriority": {"value": 4000}}}';
    const files = { 'network.bicep': given, '../prod.json': parameters };
    const { out } = await ran('check network.bicep --params ../prod.json', files);
    expect(out).toContain('rule 4000 Deny-All');
    const lost = await ran('check network.bicep --params ../lost.json', { 'network.bicep': given });
    expect(lost).toMatchObject({ code: 3, error: '../lost.json cannot be read (ENOENT).\n' });
  });
});

describe('explain', () => {
  test('says of a line what is told there and how it was decided', async () => {
    const line = network.split('\n').findIndex((one) => one.includes('securityRules:')) + 1;
    const { code, out } = await ran(`explain network.bicep:${line}`, { 'network.bicep': network });
    expect(code).toBe(0);
    expect(out).toContain("'snet-training' cannot reach AzureMachineLearning on UDP 5831");
    expect(out).toMatch(/Packet\s+UDP 10\.40\.4\.4 → /);
    expect(out).toMatch(/Decided by\s+1\. Rule 4096 Deny-All/);
  });

  test('a line without anything, and no line at all', async () => {
    expect((await ran('explain network.bicep:1', { 'network.bicep': network })).out).toBe(
      'network.bicep:1: nothing is told there.\n',
    );
    expect((await ran('explain network.bicep', { 'network.bicep': network })).code).toBe(2);
  });
});
