/** Words a message key in the person's language; handed in, because pure layers hold no sentences. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;
