/**
 * A string literal for a filter, key or function parameter: quotes doubled (OData URL conventions 5.1.1.6.2, `SQUOTE-in-string`), then percent-encoded so that no
 * character of it can end the literal, the parameter or the query.
 */
export const odataString = (text: string): string =>
  `'${encodeURIComponent(text.toWellFormed().replaceAll("'", "''")).replaceAll("'", '%27')}'`;

/** Percent-encodes an expression written by us (spaces, quotes) for use as the value of a query option. */
export const odataExpression = (text: string): string => encodeURIComponent(text);
