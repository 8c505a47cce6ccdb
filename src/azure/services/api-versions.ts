/** API versions for reading services of a workspace (azure-rest-api-specs, July 2024: the newest stable ones). */
export const storageApiVersion = '2023-05-01';
export const keyVaultApiVersion = '2023-07-01';
export const registryApiVersion = '2023-07-01';
export const privateDnsApiVersion = '2020-06-01';
/** API version of Azure DNS Private Resolver, whose forwarding rulesets belong to the network resource provider. */
export const dnsResolverApiVersion = '2022-07-01';
/**
 * API versions of Application Insights and private link scopes (2020-02-02 and 2021-07-01-preview, the newest that know
 * the members).
 */
export const componentApiVersion = '2020-02-02';
export const linkScopeApiVersion = '2021-07-01-preview';
