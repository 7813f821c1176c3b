import { expect, test } from 'vitest';
import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import { parseOperationId, parseRotationId, parseWorkspaceId } from '../../../preload/contract/words/ids.ts';
import { ACTIVITY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { unrecordedHint } from '../../../renderer/screens/activity/unrecorded-hint.ts';
import { guid, must } from '../fleet/support/journal-folder.ts';

type Kind = NonNullable<OperationDetail['tenant']>['first'][number]['kind'];

/** An operation that was interrupted in a step of this kind; null: in an environment. */
const interruptedIn = (kind: Kind | null, rotation = false): OperationDetail => ({
  summary: {
    id: must(parseOperationId(guid(1))),
    workspaceId: must(parseWorkspaceId(guid(2))),
    title: 'Interrupted',
    startedAt: '2026-11-26T10:00:00.000Z',
    endedAt: null,
    state: 'interrupted',
    rotationId: rotation ? parseRotationId(guid(3)) : null,
    acknowledged: false,
    counts: { total: 1, done: 0, failed: 0, notDone: 0, unrecorded: 1 },
    notPlanned: 0,
  },
  tenant:
    kind === null
      ? null
      : {
          tenantName: 'Contoso',
          appName: 'App',
          first: [
            {
              id: 's',
              kind,
              subject: 's',
              before: 'b',
              after: 'a',
              risks: [],
              state: 'unrecorded',
              error: null,
            },
          ],
          last: [],
        },
  environments: [],
  may: { continue: true, undo: false },
});

test.each([
  ['create-application', false, ACTIVITY_TEXTS.leftAppHint],
  ['add-secret', false, ACTIVITY_TEXTS.leftSecretHint],
  ['add-secret', true, ACTIVITY_TEXTS.unrecordedTenantHint],
  ['remove-secret', false, ACTIVITY_TEXTS.unrecordedTenantHint],
  [null, false, ACTIVITY_TEXTS.unrecordedHint],
] as const)('interrupted in %s (rotation: %s): Activity says what to do about it', (kind, rotation, hint) => {
  expect(unrecordedHint(interruptedIn(kind, rotation))).toBe(hint);
});
