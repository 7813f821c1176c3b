/** An element of a FetchXML text. Names and attributes are case-sensitive, as in the schema of FetchXML. */
export type FetchElement = {
  readonly name: string;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly FetchElement[];
  /** The element as it was written; error texts of the service repeat it. */
  readonly source: string;
};
