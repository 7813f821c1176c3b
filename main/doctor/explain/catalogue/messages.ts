import { phraseIndex } from './phrase-index.ts';

/** The code that a message belongs to. */
export type MessageOf =
  | { readonly service: 'entra'; readonly number: string }
  | { readonly service: 'dataverse'; readonly hex: string };

/**
 * How messages begin that people paste without their code, in lower case: those of Entra (Microsoft Learn: reference-error-codes), and
 * those of Dataverse that the published list has not in these words.
 */
const ENTRA: readonly (readonly [string, string])[] = [
  ['invalid client secret provided', '7000215'],
  ['invalid client secret is provided', '7000215'],
  ['the provided client secret keys', '7000222'],
  ['application with identifier', '700016'],
  ['the resource principal named', '500011'],
  ['the user or administrator has not consented', '65001'],
  ['client assertion contains an invalid signature', '700027'],
  ['client assertion failed signature validation', '700027'],
  ['client assertion is not within its valid time range', '700024'],
  ['the request body must contain the following parameter', '7000218'],
  ['client credential flows must have a scope value', '1002012'],
  ['access has been blocked by conditional access policies', '53003'],
  ['you cannot access this right now', '53003'],
  ['no matching federated identity record found', '700213'],
  ['no configured federated identity credentials', '70025'],
  ['request to external oidc endpoint failed', '501661'],
  ['you must use multi-factor authentication to access', '50076'],
  ['you must enroll in multi-factor authentication', '50079'],
  ['the reply url specified in the request does not match', '50011'],
  ['the redirect uri specified in the request', '50011'],
  ['use a tenant-specific endpoint', '50194'],
  ['need admin approval', '90094'],
  ['that only an admin can grant', '90094'],
  ['the user account is disabled', '50057'],
  ['error validating credentials due to invalid username or password', '50126'],
  ['the refresh token has expired', '700082'],
];

const DATAVERSE: readonly (readonly [string, string])[] = [
  ['resource not found for the segment', '0x80060888'],
  ['could not find a property named', '0x80060888'],
  ["entity doesn't contain attribute with name", '0x80041103'],
  ['there is an unterminated', '0x80060888'],
  ["unrecognized 'edm.guid' string", '0x80060888'],
  ['skip clause is not supported', '0x80060888'],
  ['syntax error at position', '0x80060888'],
  ['an undeclared property', '0x80048D19'],
  ['error identified in payload', '0x80048D19'],
  ['a record with matching key values already exists', '0x80040237'],
  ['cannot insert duplicate key', '0x80040237'],
  ['the user with systemuserid', '0x80040225'],
  ['user is disabled in aad', '0x80040225'],
  ['user is not a member of the organization', '0x80072560'],
  ['has not been assigned any roles', '0x80042F09'],
  ['user does not hold the necessary privileges', '0x80040220'],
  // What Power Apps makes of it.
  ['permission to create this row', '0x80040220'],
  ['permission to update this row', '0x80040220'],
  ['permission to delete this row', '0x80040220'],
  ['insufficient permissions to complete this operation', '0x80040220'],
  ['isv code aborted the operation', '0x80040265'],
  ['sql timeout expired', '0x80044151'],
  ['environment is in administration mode', '0x8004A104'],
  ['has not been assigned any license', '0x8004D24B'],
  ['number of concurrent requests exceeded', '0x80072326'],
  ['the version of the existing record doesn', '0x80060882'],
];

/** The code of the message that stands at a place. */
export const messageAt = phraseIndex<MessageOf>(() => [
  ...ENTRA.map(([words, number]) => ({ words, value: { service: 'entra', number } as const })),
  ...DATAVERSE.map(([words, hex]) => ({ words, value: { service: 'dataverse', hex } as const })),
]);
