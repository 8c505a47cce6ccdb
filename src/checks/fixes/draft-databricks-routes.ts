import { formatAddressSet } from '../../core/addresses/address-set';
import { emptySet } from '../../core/addresses/interval-set';
import { routeTableOf } from '../../core/network/find';
import { routesOf } from '../default-route';
import type { FillContext } from '../fill-flow';
import { databricksElsewhere } from '../settings/databricks';
import { withRoute, type Draft } from './draft';

/** The routes that Databricks asks for, into the subnet's table; undefined where none is missing there. */
export function draftDatabricksRoutes(draft: Draft, context: FillContext): Draft | undefined {
  const { model, place } = context;
  const table = routeTableOf(model, place.subnet);
  const routes = routesOf(model, place.subnet);
  if (!table.known || table.value === null || !routes.known) return undefined;
  const tableId = table.value.id;
  const named = routes.value.map(({ destination }) =>
    destination.known ? destination.value.toLowerCase() : '',
  );
  const missing = databricksElsewhere(context).filter((tag) => !named.includes(tag.toLowerCase()));
  const wider = missing.reduce<Draft>(
    (now, tag) =>
      withRoute(now, {
        requirement: 'udr-databricks',
        tag,
        asTag: true,
        prefixes: formatAddressSet(context.tags.lookup(tag) ?? emptySet),
        tableId,
        nextHop: 'Internet',
      }) ?? now,
    draft,
  );
  return wider === draft ? undefined : wider;
}
