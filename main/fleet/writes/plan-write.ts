import { createHash } from 'node:crypto';
import type { InputOf } from '../../../preload/contract/index.ts';
import type { PlanStep } from '../../../preload/contract/fleet.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { chooseCredential } from '../../query/choose-credential.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import { issuePlan } from '../planner/issue-plan.ts';
import type { IssuedPlan } from '../planner/issued-plans.ts';
import { writableWorkspace } from '../planner/make-plan.ts';
import { readRow } from './read-row.ts';
import { readWriteRequest } from './read-write-request.ts';
import type { CheckedWrite } from './read-write-request.ts';
import type { PlannedWrite, RowTexts } from './write-action.ts';

/** A write test that can be applied, and the row that it is about as it is now. */
export type IssuedWrite = {
  readonly issued: IssuedPlan;
  readonly before: RowTexts | null;
  readonly beforeError: AppError | null;
};

/** The body by its fingerprint: plan and journal say which one it was, and hold nothing of it. */
const bodyInWords = ({ body }: CheckedWrite): string => {
  if (body === undefined) return 'no body';
  const text = JSON.stringify(body);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `body of ${Buffer.byteLength(text)} bytes, SHA-256 ${hash}…`;
};

const stepOf = (request: CheckedWrite): PlanStep => ({
  id: 'write',
  kind: 'test-request',
  subject: request.subject,
  before: '',
  after: [
    bodyInWords(request),
    ...(request.ifMatch === null ? [] : [`If-Match ${request.ifMatch}`]),
    ...(request.returnRow ? ['return=representation'] : []),
  ].join(', '),
  risks: ['not-undone'],
});

/**
 * Plans one write test in one environment; changes nothing. Fails with `workspace-read-only`, `not-found`, `invalid-input`,
 * `confirmation-missing` (write mode was turned on for another environment), and as the app's sign-in does.
 */
export const planWrite = async (
  ports: FleetPorts,
  input: InputOf<'fleet.planWrite'>,
  signal: AbortSignal,
): Promise<Result<IssuedWrite>> => {
  const { appProfileId, environmentId, workspaceId } = input;
  const workspace = writableWorkspace(ports, workspaceId);
  if (!workspace.ok) return workspace;
  const request = readWriteRequest(input.request);
  if (!request.ok) return request;
  const chosen = ports.environments.choose(workspaceId, [environmentId]);
  if (!chosen.ok) return chosen;
  const [environment] = chosen.value;
  if (environment === undefined) return failed('not-found', { what: 'environment', id: environmentId });
  if (input.writeModeFor !== environment.name)
    return failed('confirmation-missing', { environment: environment.name });
  const found = ports.tenant.profiles.find(appProfileId);
  if (!found.ok) return found;
  const profile = await ports.tenant.profiles.show(found.value);
  if (!profile.workspaces.includes(workspaceId))
    return failed('not-found', { what: 'app profile', id: appProfileId });
  const credentialId = chooseCredential(profile, input.credentialId, ports.clock.now());
  if (!credentialId.ok) return credentialId;
  const { clientId, name: appName } = profile;
  const use = { appProfileId, clientId, credentialId: credentialId.value };
  const client = await ports.tenant.asApp(environment, use, signal);
  if (!client.ok) return client;

  const { row } = request.value;
  const read = row === null ? ok(null) : await readRow(client.value, row, signal);
  if (signal.aborted) return failed('cancelled');
  const before = read.ok ? read.value : null;
  const planned: PlannedWrite = {
    isWrite: true,
    environment: {
      environmentId,
      environmentName: environment.name,
      production: environment.production,
      clientId,
      appName,
      problem: null,
    },
    steps: [
      { step: stepOf(request.value), action: { kind: 'test-request', request: request.value, use, before } },
    ],
  };
  return ok({
    issued: issuePlan(workspaceId, [planned], { desired: [], roles: [] }, ports.clock),
    before,
    beforeError: read.ok ? null : read.error,
  });
};
