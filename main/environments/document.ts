import { z } from 'zod';
import type { Notice } from '../../preload/contract/app.ts';
import { environmentSchema } from '../../preload/contract/environments.ts';
import { instant, workspaceId } from '../../preload/contract/schemas.ts';
import type { Document, OpenDocumentFile } from '../settings/document.ts';
import { openDocument } from '../settings/open-document.ts';

/** The environments of one workspace, and when its lists were last read. */
const workspaceEnvironments = z.strictObject({
  workspaceId,
  discoveredAt: instant.nullable(),
  environments: z.array(environmentSchema),
});
export type WorkspaceEnvironments = z.infer<typeof workspaceEnvironments>;

const environmentsDocument = z.strictObject({ workspaces: z.array(workspaceEnvironments) });
export type EnvironmentsDocument = z.infer<typeof environmentsDocument>;

/** Opens the registry of environments. */
export const openEnvironments = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
): Document<EnvironmentsDocument> =>
  openDocument(open, 'environments', environmentsDocument, {
    version: 1,
    defaults: { workspaces: [] },
    migrations: [],
    notice,
  });
