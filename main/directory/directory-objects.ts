import { z } from 'zod';
import { DIRECTORY_AUDIENCES } from '../../preload/contract/words/directory.ts';
import {
  parseApplicationObjectId,
  parseClientId,
  parseServicePrincipalId,
  parseTenantId,
} from '../../preload/contract/words/ids.ts';

const id = <Id extends string>(read: (text: string) => Id | null) =>
  z.string().transform((text, context) => {
    const parsed = read(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: 'expected an id' });
    return z.NEVER;
  });
/** A time as Graph writes it, in the form that the contract has. */
const instant = z.string().transform((text, context) => {
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  context.addIssue({ code: 'custom', message: 'expected a time' });
  return z.NEVER;
});
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(null);

/** A client secret as Graph shows it (Microsoft Learn: passwordCredential). */
const passwordCredential = z.object({
  keyId: z.guid().toLowerCase(),
  displayName: maybe(z.string()),
  hint: maybe(z.string()),
  startDateTime: maybe(instant),
  endDateTime: maybe(instant),
});
export type PasswordCredential = z.infer<typeof passwordCredential>;

/** A certificate as Graph shows it; `key` stands there only where it was selected (Microsoft Learn: keyCredential). */
const keyCredential = z.object({
  keyId: z.guid().toLowerCase(),
  displayName: maybe(z.string()),
  customKeyIdentifier: maybe(z.string()),
  type: z.string(),
  usage: z.string(),
  key: maybe(z.string()),
  startDateTime: maybe(instant),
  endDateTime: maybe(instant),
});
export type KeyCredential = z.infer<typeof keyCredential>;

/** An app registration (Microsoft Learn: application resource). */
export const applicationShape = z.object({
  id: id(parseApplicationObjectId),
  appId: id(parseClientId),
  displayName: z.string(),
  signInAudience: maybe(z.enum(DIRECTORY_AUDIENCES)),
  createdDateTime: maybe(instant),
  passwordCredentials: z.array(passwordCredential).default([]),
  keyCredentials: z.array(keyCredential).default([]),
});
export type DirectoryApplication = z.infer<typeof applicationShape>;

/** What is asked of an application; the list of certificates comes with their keys because it is named. */
export const APPLICATION_COLUMNS =
  'id,appId,displayName,signInAudience,createdDateTime,passwordCredentials,keyCredentials';

/** A service principal (Microsoft Learn: servicePrincipal resource). */
export const principalShape = z.object({
  id: id(parseServicePrincipalId),
  appId: id(parseClientId),
  displayName: z.string(),
  accountEnabled: maybe(z.boolean()),
  appOwnerOrganizationId: maybe(id(parseTenantId)),
  signInAudience: maybe(z.enum(DIRECTORY_AUDIENCES)),
});
export type DirectoryPrincipal = z.infer<typeof principalShape>;

export const PRINCIPAL_COLUMNS = 'id,appId,displayName,accountEnabled,appOwnerOrganizationId,signInAudience';

/** An owner: mostly a person, sometimes a service principal without an address. */
export const ownerShape = z.object({
  id: z.guid().toLowerCase(),
  displayName: maybe(z.string()),
  mail: maybe(z.string()),
  userPrincipalName: maybe(z.string()),
});
export type DirectoryOwner = z.infer<typeof ownerShape>;

/** The only answer in which Graph says a secret (Microsoft Learn: application-addPassword). It stays in main. */
export const newPasswordShape = passwordCredential.extend({ secretText: z.string().min(1) });
export type NewPassword = z.infer<typeof newPasswordShape>;

export const keyCredentialsShape = z.object({ keyCredentials: z.array(keyCredential) });
export const addedKeyShape = keyCredential;
