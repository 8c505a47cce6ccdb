import { expect, it } from 'vitest';
import { tagColumns } from '../../../../scripts/tag-columns.mjs';
import { decodeTag } from '../../../../src/core/addresses/prefix-text';
import { tagCatalogOfColumns } from '../../../../src/core/tags/tag-columns';
import { tagCatalogOf } from '../../../../src/core/tags/tag-snapshot';
import { shippedTagFile } from '../../../support/shipped-tags';

it.each(['public', 'usgov', 'china'] as const)('keeps every prefix of every tag in columns: %s', (cloud) => {
  const snapshot = shippedTagFile(cloud);
  const before = tagCatalogOf(snapshot);
  const after = tagCatalogOfColumns(tagColumns(snapshot, decodeTag));
  expect(after.names).toEqual(before.names);
  const different = before.names.filter(
    (name) => JSON.stringify(after.prefixes(name)) !== JSON.stringify(before.prefixes(name)),
  );
  expect(different).toEqual([]);
});
