import type { AzureConnection } from '../../../azure/ports';

/** The connection, with the subscriptions that the person wants to see; null where those are all. */
export function shownOnly(connection: AzureConnection, shown: readonly string[] | null): AzureConnection {
  if (shown === null) return connection;
  const { azure } = connection;
  return {
    ...connection,
    azure: {
      ...azure,
      read: {
        ...azure.read,
        subscriptions: async (stop) =>
          (await azure.read.subscriptions(stop)).filter((one) => shown.includes(one.id.toLowerCase())),
      },
    },
  };
}
