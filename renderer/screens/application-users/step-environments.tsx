import type { ReactElement } from 'react';
import { useMemo } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import {
  APPLICATION_USERS_TEXTS,
  ENVIRONMENT_TYPE_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import type { InventoryStream } from '../../inventory/index.ts';
import { allUsers } from '../../inventory/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  EnvironmentsIcon,
  NoticeBar,
  ProductionBadge,
  StatusBadge,
  TextWithMark,
} from '../../ui/index.ts';
import { userStatus } from './user-rows.ts';
import { roleNames, userWord } from './user-words.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.environments;

type Row = {
  readonly environment: Environment;
  readonly has: ReturnType<typeof allUsers>[number] | null;
  /** Whether the environment told who is there: without it nobody knows whether the app is. */
  readonly answered: 'yes' | 'reading' | 'no';
};

const NOT_THERE: Readonly<Record<Row['answered'], string | null>> = {
  yes: TEXTS.hasNot,
  reading: null,
  no: TEXTS.notKnown,
};

const keyOf = (row: Row): string => row.environment.id;

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    header: TEXTS.columns.name,
    width: 240,
    grow: true,
    required: true,
    value: ({ environment }) => environment.name,
    cell: ({ environment }) => (
      <TextWithMark text={environment.name} mark={environment.production ? <ProductionBadge /> : null} />
    ),
  },
  {
    id: 'has',
    header: TEXTS.columns.has,
    width: 180,
    grow: true,
    value: ({ answered, has }) =>
      has === null ? NOT_THERE[answered] : `${userWord(has)} ${roleNames(has).join(', ')}`,
    cell: ({ answered, has }) =>
      has === null ? (
        answered === 'no' ? (
          <StatusBadge status="unknown" word={TEXTS.notKnown} />
        ) : (
          NOT_THERE[answered]
        )
      ) : (
        <span title={roleNames(has).join('\n')}>
          <StatusBadge status={userStatus(has)} word={TEXTS.hasIt(userWord(has), has.roles.length)} />
        </span>
      ),
  },
  {
    id: 'type',
    header: TEXTS.columns.type,
    width: 110,
    value: ({ environment }) => ENVIRONMENT_TYPE_LABELS[environment.type],
  },
  {
    id: 'url',
    header: TEXTS.columns.url,
    width: 220,
    grow: true,
    value: ({ environment }) => environment.url.replace('https://', ''),
  },
];

/** Chooses environments; says which already have the app and which are production. */
export const StepEnvironments = (props: {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  readonly environments: readonly Environment[];
  readonly inventory: InventoryStream;
  readonly loading: boolean;
}): ReactElement => {
  const { act, draft, environments } = props;
  const rows = useMemo((): readonly Row[] => {
    const having = new Map(
      allUsers(props.inventory.data)
        .filter((user) => user.clientId === draft.clientId)
        .map((user) => [user.environmentId, user]),
    );
    const { answers } = props.inventory.data;
    return environments.map((environment) => {
      const state = answers.get(environment.id)?.state;
      return {
        environment,
        has: having.get(environment.id) ?? null,
        answered:
          state === 'done' ? 'yes' : state === 'reading' || props.inventory.running ? 'reading' : 'no',
      };
    });
  }, [draft.clientId, environments, props.inventory.data, props.inventory.running]);
  const chosen = useMemo(() => new Set<string>(draft.environmentIds), [draft.environmentIds]);
  const choose = (keys: ReadonlySet<string>) => {
    const ids: readonly EnvironmentId[] = environments.filter(({ id }) => keys.has(id)).map(({ id }) => id);
    act({ kind: 'choose-environments', ids });
  };
  const toggle = (row: Row) => {
    const next = new Set(chosen);
    if (!next.delete(row.environment.id)) next.add(row.environment.id);
    choose(next);
  };
  const production = rows.filter(({ environment }) => environment.production && chosen.has(environment.id));
  const having = rows.filter(({ has }) => has !== null).length;
  return (
    <>
      {production.length === 0 ? null : (
        <NoticeBar intent="warning" title={TEXTS.production(production.length)} />
      )}
      <DataTable
        label={APPLICATION_USERS_TEXTS.wizard.stepLabels.environments}
        columns={COLUMNS}
        rows={rows}
        rowKey={keyOf}
        initialSort={{ column: 'name', descending: false }}
        selected={chosen}
        onSelected={choose}
        onOpen={toggle}
        loading={props.loading}
        toolbar={() =>
          having === 0 || having === rows.length ? null : (
            <Button
              size="small"
              onClick={() =>
                choose(
                  new Set(rows.filter(({ answered, has }) => has === null && answered === 'yes').map(keyOf)),
                )
              }
            >
              {TEXTS.onlyMissing}
            </Button>
          )
        }
        empty={
          <EmptyState
            icon={EnvironmentsIcon}
            title={APPLICATION_USERS_TEXTS.noEnvironmentsTitle}
            text={APPLICATION_USERS_TEXTS.noEnvironmentsText}
          />
        }
      />
    </>
  );
};
