import type { FullConfig } from '@playwright/test';
import { buildPage } from '../../webview-ui/dev/build.mjs';

/** Builds the page once for all workers. */
export default async function buildOnce(config: FullConfig): Promise<void> {
  if (config.projects.some(({ name }) => name.startsWith('page'))) await buildPage();
}
