/** Returns the module prefix of an address, such as `module.network["x"].`, or an empty text for the root. */
export function modulePrefix(address: string): string {
  return /^(?:module\.[\w-]+(?:\[(?:"[^"]*"|\d+|\*)\])?\.)*/.exec(address)?.[0] ?? '';
}

/** Returns an address relative to the resource's own module: `azurerm_subnet.training[0]`. */
export function addressTail(address: string): string {
  return address.slice(modulePrefix(address).length);
}
