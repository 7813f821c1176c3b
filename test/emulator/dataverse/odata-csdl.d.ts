declare module 'odata-csdl' {
  /** Converts CSDL XML to CSDL JSON; `strict` refuses elements and attributes that CSDL does not have. */
  export function xml2json(
    xml: string,
    options?: { readonly strict?: boolean },
  ): { readonly [name: string]: unknown };
}
