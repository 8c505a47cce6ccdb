/** Files of one bad input; the first is the one that is named. */
export type BadInput = readonly (readonly [name: string, content: string | Uint8Array])[];
