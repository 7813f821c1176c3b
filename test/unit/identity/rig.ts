import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloudOptions } from '../../../emulator/index.ts';
import { storeFile } from '../../../main/hosts/store-file.ts';
import { systemClock } from '../../../main/http/clock.ts';
import { createHttpClient } from '../../../main/http/create-http-client.ts';
import { fetchTransport } from '../../../main/http/fetch-transport.ts';
import { DEFAULT_HTTP_LIMITS } from '../../../main/http/http-limits.ts';
import { createRequestLog } from '../../../main/http/request-log.ts';
import { createIdentity } from '../../../main/identity/create-identity.ts';
import type { IdentityPorts } from '../../../main/identity/create-identity.ts';
import type { ActivityRecord } from '../../../main/settings/record-activity.ts';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import type { Implementation } from '../../../preload/contract/implement.ts';
import type { Contract, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import { appError, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { parseTenantId } from '../../../preload/contract/words/ids.ts';
import type { CallName } from '../../../preload/contract/words/methods.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { newWorkspaceId } from '../../../main/workspaces/new-workspace-id.ts';
import { signInAs } from './browser.ts';
import { sessionVault } from './session-vault.ts';

/** The demo cloud's row of the cloud table. */
export const DEMO_CLOUD: Cloud & { readonly adminResource: string } = {
  id: 'demo',
  name: 'Demo cloud',
  authority: 'https://login.demo.test',
  graph: 'https://graph.demo.test',
  discovery: 'https://globaldisco.crm.demo.test',
  admin: 'https://api.bap.demo.test',
  adminResource: 'https://service.powerapps.demo.test',
  environmentSuffixes: ['.demo.test'],
};
