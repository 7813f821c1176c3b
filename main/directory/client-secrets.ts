import { z } from 'zod';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ApplicationObjectId } from '../../preload/contract/words/ids.ts';
import { decode } from './decode.ts';
import { newPasswordShape } from './directory-objects.ts';
import type { NewPassword } from './directory-objects.ts';
import type { GraphAsk, GraphClient } from './graph-client.ts';

const writing = (what: string, id: string, signal: AbortSignal): GraphAsk => ({
  what,
  id,
  needs: 'Application.ReadWrite.All',
  signal,
});

/**
 * Makes a client secret (application-addPassword). The answer is the only one that ever says its value: it goes into the vault and
 * nowhere else. Entra takes some time, up to about two minutes, until it accepts it (AADSTS7000215 before).
 */
export const addPassword = async (
  graph: GraphClient,
  application: ApplicationObjectId,
  secret: { readonly name: string; readonly end: string },
  signal: AbortSignal,
): Promise<Result<NewPassword>> =>
  decode(
    newPasswordShape,
    await graph.post(
      `applications/${application}/addPassword`,
      { passwordCredential: { displayName: secret.name, endDateTime: secret.end } },
      writing('app registration', application, signal),
    ),
    'secret',
  );

/** Deletes a client secret by its key id (application-removePassword); whoever still uses it is signed out. */
export const removePassword = async (
  graph: GraphClient,
  application: ApplicationObjectId,
  keyId: string,
  signal: AbortSignal,
): Promise<Result<null>> =>
  decode(
    z.null(),
    await graph.post(
      `applications/${application}/removePassword`,
      { keyId },
      writing('app registration', application, signal),
    ),
    'empty answer',
  );
