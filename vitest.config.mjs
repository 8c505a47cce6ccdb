import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@contract': here('./src/contract'), '@messages': here('./src/messages') } },
  test: { include: ['test/unit/**/*.test.ts'], environment: 'node', testTimeout: 20_000 },
});
