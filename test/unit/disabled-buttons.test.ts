import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Attributes of the component library's elements, in templates. */
const element = /<vscode-[\w-]+\b((?:=>|\$\{[^}]*\}|[^>`])*)>/g;

test('each disabled element of the component library is disabled for screen readers too', () => {
  const disabled = globSync('webview-ui/src/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(element)]
      .map(([, attributes = '']) => attributes.replaceAll(/\s+/g, ' '))
      .filter((attributes) => /(?<!-)\bdisabled\b/.test(attributes))
      .map((attributes) => `${file}: ${attributes}`),
  );
  expect(disabled.length).toBeGreaterThan(3);
  expect(disabled.filter((one) => !one.includes('aria-disabled='))).toEqual([]);
});
