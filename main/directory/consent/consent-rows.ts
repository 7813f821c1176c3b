import type { ConsentRow } from '../../../preload/contract/consent.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { StoredProfile } from '../../identity/app-profiles/document.ts';
import type { ConsentBook } from './consent-book.ts';
import { consentState } from './consent-record.ts';
import { clientsOf, isHomeOf } from './consent-target.ts';
import type { ConsentLookup } from './consent-target.ts';

/** One app in the tenant of one workspace, as it stands in the book. */
export const consentRow = (book: ConsentBook, client: Workspace, profile: StoredProfile): ConsentRow => ({
  appProfileId: profile.id,
  appName: profile.name,
  clientId: profile.clientId,
  homeTenantId: profile.homeTenantId,
  workspaceId: client.id,
  workspaceName: client.name,
  colour: client.colour,
  tenantId: client.tenantId,
  home: isHomeOf(client, profile),
  hasCredential: profile.credentials.length > 0,
  state: consentState(book.of(client.id, profile.id)),
});

/** The apps of a workspace in every workspace that uses them, or where it was checked whether they are let in, and that may be seen from it. */
export const consentRows = (
  lookup: ConsentLookup,
  book: ConsentBook,
  here: Workspace,
): readonly ConsentRow[] =>
  lookup.profilesOf(here.id).flatMap((profile) =>
    clientsOf(lookup, here, profile)
      .filter(({ id }) => profile.workspaces.includes(id) || book.of(id, profile.id).checked !== null)
      .map((client) => consentRow(book, client, profile)),
  );
