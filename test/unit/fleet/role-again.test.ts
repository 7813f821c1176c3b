import { expect, test } from 'vitest';
import { rolesLeft, rolesOpposite } from '../../../main/fleet/roles/role-again.ts';
import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import { parseEnvironmentId, parseRoleId } from '../../../preload/contract/words/ids.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import { guid, must } from './support/journal-folder.ts';

type Place = OperationDetail['environments'][number];
const [HERE, THERE] = [1, 2].map((at) => must(parseEnvironmentId(guid(at))));
const ROLE = must(parseRoleId(guid(9)));
const DOWN = appError('service-unavailable');

const edit = (
  at: 'here' | 'there',
  role: Extract<RoleChange, { readonly kind: 'edit' }>['role'],
): RoleChange => ({
  kind: 'edit',
  environmentId: must(at === 'here' ? HERE : THERE),
  role,
  name: null,
  description: null,
  set: [{ privilege: 'prvReadAccount', depth: 'Basic' }],
  remove: [],
});

const place = (at: 'here' | 'there', appName: string, state: StepState | 'blocked'): Place => ({
  environmentId: must(at === 'here' ? HERE : THERE),
  environmentName: at,
  clientId: null,
  appName,
  steps:
    state === 'blocked'
      ? []
      : [
          {
            id: `${ROLE}/set-privileges`,
            kind: 'set-privileges',
            subject: appName,
            before: '',
            after: '',
            risks: [],
            state,
            error: null,
          },
        ],
  problem: state === 'blocked' ? DOWN : null,
  rolesMissing: [],
});

const BY_NAME = { by: 'name', name: 'Nightly sync' } as const;
const BY_ID = { by: 'id', roleId: ROLE } as const;

test.each<[string, readonly Place[], readonly RoleChange[], readonly number[]]>([
  ['by name, nothing planned', [place('there', 'Nightly sync', 'blocked')], [edit('there', BY_NAME)], [0]],
  ['by id, nothing planned', [place('there', ROLE, 'blocked')], [edit('there', BY_ID)], [0]],
  ['done', [place('here', 'Nightly sync', 'verified')], [edit('here', BY_NAME)], []],
  ['so already', [place('here', 'Nightly sync', 'already')], [edit('here', BY_NAME)], []],
  ['by id, failed', [place('here', 'Nightly sync', 'failed')], [edit('here', BY_ID)], [0]],
  [
    'done here, nothing planned there',
    [place('here', 'Nightly sync', 'verified'), place('there', 'Nightly sync', 'blocked')],
    [edit('here', BY_NAME), edit('there', BY_NAME)],
    [1],
  ],
])('C5, C17: what is left of a change of roles: %s', (_, places, asked, left) => {
  expect(rolesLeft(places, asked)).toEqual(left.map((at) => asked[at]));
});

test('C17: two changes of teams of one role that could not be planned are each asked for once more, and once', () => {
  const asked = ['Team A', 'Team B'].map((name): RoleChange => ({
    kind: 'give-to-team',
    environmentId: must(HERE),
    role: BY_NAME,
    team: { by: 'name', name },
  }));
  const blocked = place('here', 'Nightly sync', 'blocked');
  expect(rolesLeft([blocked, blocked], asked)).toEqual(asked);
});

test.each<[StepState, number]>([
  ['verified', 1],
  ['unrecorded', 1],
  ['already', 0],
  ['failed', 0],
  ['skipped', 0],
])('C17, C22: what takes a change of a role back when its step is %s', (state, undone) => {
  const { steps, ...there } = place('here', 'Nightly sync', state);
  const changed = steps.map((step) => ({
    ...step,
    privileges: [{ name: 'prvReadAccount', before: 'None' as const, after: 'Basic' as const }],
  }));
  expect(rolesOpposite([{ ...there, steps: changed }]).map((change) => change.kind)).toEqual(
    Array.from({ length: undone }, () => 'edit'),
  );
});
