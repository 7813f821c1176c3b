import { z } from 'zod';
import type { Notice } from '../../preload/contract/app.ts';
import { PRODUCTION_TYPES } from '../../preload/contract/words/status.ts';
import { workspaceSchema } from '../../preload/contract/workspaces.ts';
import type { Document, OpenDocumentFile } from '../settings/document.ts';
import { openDocument } from '../settings/open-document.ts';
import type { Migration } from '../settings/read-document.ts';

const workspacesDocument = z.strictObject({ workspaces: z.array(workspaceSchema) });
export type WorkspacesDocument = z.infer<typeof workspacesDocument>;

/** Version 1 had neither hosts of its own nor a say in what counts as production. */
const v1 = z.object({ workspaces: z.array(z.record(z.string(), z.unknown())) });
const withHosts: Migration = (old) => ({
  workspaces: v1
    .parse(old)
    .workspaces.map((workspace) => ({ ...workspace, hosts: {}, productionTypes: [...PRODUCTION_TYPES] })),
});

/** Opens the list of workspaces. */
export const openWorkspaces = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
): Document<WorkspacesDocument> =>
  openDocument(open, 'workspaces', workspacesDocument, {
    version: 2,
    defaults: { workspaces: [] },
    migrations: [withHosts],
    notice,
  });
