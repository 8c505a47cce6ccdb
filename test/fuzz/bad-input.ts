/** Files of one invalid input. The first is the one on the command line. */
export type BadInput = readonly (readonly [name: string, content: string | Uint8Array])[];
