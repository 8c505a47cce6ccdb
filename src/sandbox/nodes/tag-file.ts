/** A service tag file in the shape of Microsoft's download, or cut down to what is read here. */
export interface TagFile {
  readonly changeNumber: number | string;
  readonly cloud: string;
  readonly values: readonly TagFileEntry[];
}

export interface TagFileEntry {
  readonly name: string;
  readonly id?: string;
  readonly properties: {
    readonly addressPrefixes: readonly string[];
    readonly changeNumber?: number | string;
    readonly region?: string;
    readonly systemService?: string;
    readonly networkFeatures?: readonly string[] | null;
  };
}
