/** `module.network["x"].` of an address; empty of one in the root. */
export function modulePrefix(address: string): string {
  return /^(?:module\.[\w-]+(?:\[(?:"[^"]*"|\d+|\*)\])?\.)*/.exec(address)?.[0] ?? '';
}

/** An address as the resource's own module has it: `azurerm_subnet.training[0]`. */
export function addressTail(address: string): string {
  return address.slice(modulePrefix(address).length);
}
