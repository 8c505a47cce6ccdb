import { describe, expect, it } from 'vitest';
import { hostNames } from '../../../src/requirements/host-names';
import { markdownCode, markdownTable, markdownText } from '../../../src/plans/request/markdown-text';

describe('host names', () => {
  it.each([
    [
      'outbound-batch-443',
      'public',
      ['*.westeurope.batch.azure.com', '*.westeurope.service.batch.azure.com'],
    ],
    ['outbound-batch-443', 'china', []],
    ['outbound-keyvault-443', 'usgov', ['*.vault.usgovcloudapi.net']],
    ['outbound-azuremonitor-443', 'china', []],
    ['constructor', 'public', []],
  ] as const)('of %s in %s', (requirement, cloud, expected) => {
    expect(hostNames(requirement, cloud, 'westeurope')).toEqual(expected);
  });
});

describe('Markdown text', () => {
  it.each([
    ['snet_train-01.weu', 'snet_train-01.weu'],
    [
      '*bold* _it_ `code` <b> [x](y) a|b ~~c~~',
      '\\*bold\\* \\_it\\_ \\`code\\` \\<b\\> \\[x\\](y) a\\|b \\~\\~c\\~\\~',
    ],
    ['back\\slash & $x$ @user', 'back\\\\slash \\& \\$x\\$ @&#8203;user'],
    ['www.example.com https://example.com', 'www\\.example.com https:\\//example.com'],
    ['two\nlines\u2028three', 'two\\\\u000alines\\\\u2028three'],
  ])('of %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it('formats a host name as code, and anything else as text', () => {
    expect(markdownCode('*.azureml.ms')).toBe('`*.azureml.ms`');
    expect(markdownCode('a`|b')).toBe('a\\`\\|b');
  });

  it('aligns columns, including wide characters', () => {
    expect(markdownTable(['a', 'long title'], [['é😀xx', 'b']])).toEqual([
      '| a    | long title |',
      '| ---- | ---------- |',
      '| é😀xx | b          |',
    ]);
  });
});
