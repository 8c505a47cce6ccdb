import { createAzureStore, type AzureStore } from '../../../src/azure-store/azure-store';
import { outputLog } from '../../../src/platform/output-log';
import { catalog, sampleConnection, type ConnectionOptions } from '../features/sample-connection';

const silent = (): void => undefined;

/** Creates the store of a window that is connected to the sample. */
export function openStore(options: ConnectionOptions = {}): AzureStore {
  return createAzureStore({
    connect: sampleConnection(options).connect,
    shippedTags: () => Promise.resolve(catalog),
    now: () => new Date(),
    after: silent,
    log: outputLog({ debug: silent, info: silent, error: silent }),
  });
}
