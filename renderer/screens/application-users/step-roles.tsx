import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { DEPTHS } from '../../../preload/contract/words/depth.ts';
import { APPLICATION_USERS_TEXTS, DEPTH_LABELS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { useInventoryUsers } from '../../inventory/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  Button,
  DataTable,
  DepthGlyph,
  EmptyState,
  ErrorPanel,
  NoticeBar,
  PartialBanner,
  SecurityRolesIcon,
  StatusBadge,
  StreamBar,
  Switch,
} from '../../ui/index.ts';
import { leastGrant } from './granting-roles.ts';
import { heldRoles } from './held-roles.ts';
import type { RoleOffer } from './role-offers.ts';
import { roleOffers } from './role-offers.ts';
import { useGrantingRoles } from './use-granting-roles.ts';
import { useRoleNames } from './use-role-names.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.roles;

const BY_NAME = { column: 'name', descending: false } as const;
const BY_GRANT = { column: 'grants', descending: false } as const;
const keyOf = (offer: RoleOffer): string => offer.name;

/** What to do where nothing is offered: only a new application user may go on without a role. */
const nothingOffered = ({ intent }: Draft): string => {
  if (intent === 'give-access') return TEXTS.noRolesText;
  return intent === 'remove-roles' ? TEXTS.noRolesToTake : TEXTS.noRolesToAssign;
};

/** How far a role grants what roles are chosen for, the least first. */
const grantColumn = (grantOf: (name: string) => Depth | null): Column<RoleOffer> => ({
  id: 'grants',
  header: TEXTS.columns.grants,
  width: 150,
  value: ({ name }) => {
    const depth = grantOf(name);
    return depth === null ? null : `${DEPTHS.indexOf(depth)} ${DEPTH_LABELS[depth]}`;
  },
  cell: ({ name }) => {
    const depth = grantOf(name);
    return depth === null ? null : (
      <>
        <DepthGlyph depth={depth} what={name} /> {DEPTH_LABELS[depth]}
      </>
    );
  },
});

const columnsFor = (nameOf: (id: string) => string, chosen: number): readonly Column<RoleOffer>[] => [
  { id: 'name', header: TEXTS.columns.name, width: 240, grow: true, required: true, value: keyOf },
  {
    id: 'where',
    header: TEXTS.columns.where,
    width: 220,
    grow: true,
    value: (offer) => offer.missingIn.length,
    cell: (offer) => {
      const all = offer.in.length + offer.missingIn.length;
      return offer.missingIn.length === 0 ? (
        (all < chosen ? TEXTS.soFar : TEXTS.everywhere)(all)
      ) : (
        <span title={TEXTS.missing(offer.missingIn.map(nameOf).join(', '))}>
          <StatusBadge status="attention" word={TEXTS.some(offer.in.length, all)} />
        </span>
      );
    },
  },
  {
    id: 'administrator',
    header: TEXTS.columns.power,
    width: 170,
    value: (offer) => (offer.systemAdministrator ? TEXTS.allowsEverything : null),
    cell: (offer) =>
      offer.systemAdministrator ? <StatusBadge status="attention" word={TEXTS.allowsEverything} /> : null,
  },
];

/** Chooses roles by name: those of the chosen environments, or (to take away) those that the chosen users hold. */
export const StepRoles = (props: {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  readonly environments: readonly Environment[];
}): ReactElement => {
  const { act, draft, environments } = props;
  const removing = draft.intent === 'remove-roles';
  const { id: workspaceId } = useWorkspace();
  const names = useRoleNames(workspaceId, draft.environmentIds, !removing);
  const users = useInventoryUsers(workspaceId);
  const offers = useMemo(
    () => (removing ? heldRoles(draft.targets, users) : roleOffers(names.data, draft.environmentIds)),
    [draft.environmentIds, draft.targets, names.data, removing, users],
  );
  const chosen = useMemo(() => new Set(draft.roles), [draft.roles]);
  const privilege = removing ? null : draft.grants;
  const granting = useGrantingRoles(workspaceId, draft.environmentIds, privilege);
  const [onlyGranting, setOnlyGranting] = useState(true);
  const columns = useMemo(() => {
    const byId = new Map<string, string>(environments.map(({ id, name }) => [id, name]));
    const all = columnsFor((id) => byId.get(id) ?? id, names.running ? draft.environmentIds.length : 0);
    const grants = privilege === null ? [] : [grantColumn((name) => leastGrant(granting.data, name))];
    return all.flatMap((column) => (column.id === 'name' ? [column, ...grants] : [column]));
  }, [draft.environmentIds, environments, granting.data, names.running, privilege]);
  const filtered = privilege !== null && onlyGranting;
  const shown = useMemo(
    () =>
      filtered
        ? offers.filter(({ name }) => chosen.has(name) || leastGrant(granting.data, name) !== null)
        : offers,
    [chosen, filtered, granting.data, offers],
  );
  const choose = (keys: ReadonlySet<string>) => {
    // A role that is not offered any more (its environment was taken out) is dropped here.
    act({ kind: 'choose-roles', names: offers.map(keyOf).filter((name) => keys.has(name)) });
  };
  const toggle = (offer: RoleOffer) => {
    const next = new Set(chosen);
    if (!next.delete(offer.name)) next.add(offer.name);
    choose(next);
  };
  const picked = offers.filter((offer) => chosen.has(offer.name));
  const failures = environments.flatMap(({ id, name }) => {
    const error = draft.environmentIds.includes(id) ? names.data.errors.get(id) : undefined;
    return error === undefined ? [] : [{ id, name, error }];
  });
  const done = draft.environmentIds.filter(
    (id) => names.data.roles.has(id) || names.data.errors.has(id),
  ).length;
  const again = () => names.read(draft.environmentIds);
  return (
    <>
      {names.running ? (
        <StreamBar
          label={TEXTS.reading(done, draft.environmentIds.length)}
          done={done}
          total={draft.environmentIds.length}
          onCancel={names.cancel}
        />
      ) : null}
      {granting.state === 'failed' && granting.error !== null ? <ErrorPanel error={granting.error} /> : null}
      {names.state === 'failed' && names.error !== null ? (
        <ErrorPanel error={names.error} handlers={{ retry: again }} />
      ) : null}
      {removing ? null : (
        <PartialBanner
          failures={failures}
          total={draft.environmentIds.length}
          onRetry={(ids) => names.read(draft.environmentIds.filter((id) => ids.includes(id)))}
        />
      )}
      {!removing && picked.some((offer) => offer.systemAdministrator) ? (
        <NoticeBar intent="warning" title={TEXTS.administratorTitle}>
          {TEXTS.administratorText}
        </NoticeBar>
      ) : null}
      {!removing && picked.some((offer) => offer.missingIn.length > 0) ? (
        <NoticeBar intent="info" title={TEXTS.partly} />
      ) : null}
      <DataTable
        label={TEXTS.list}
        columns={columns}
        rows={shown}
        rowKey={keyOf}
        initialSort={privilege === null ? BY_NAME : BY_GRANT}
        selected={chosen}
        onSelected={choose}
        onOpen={toggle}
        loading={(names.running && offers.length === 0) || (filtered && granting.running)}
        {...(privilege === null
          ? {}
          : {
              filters: (
                <Switch
                  label={TEXTS.onlyGranting(privilege)}
                  checked={onlyGranting}
                  onChange={(_event, data) => setOnlyGranting(data.checked)}
                />
              ),
            })}
        empty={
          <EmptyState
            icon={SecurityRolesIcon}
            title={TEXTS.noRoles}
            text={filtered && offers.length > 0 ? TEXTS.noneGrants(privilege) : nothingOffered(draft)}
          >
            {removing ? null : <Button onClick={again}>{TEXTS.again}</Button>}
          </EmptyState>
        }
      />
    </>
  );
};
