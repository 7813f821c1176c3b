import type { ReactElement } from 'react';
import type {
  BuilderCondition,
  BuilderGroup,
  BuilderQuery,
} from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import type { QueryColumn } from '../../../../preload/contract/words/queries/tables.ts';
import { BUILDER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import {
  AddIcon,
  Button,
  Dropdown,
  Inline,
  makeStyles,
  Option,
  PanelSection,
  tokens,
} from '../../../ui/index.ts';
import { ConditionRow } from './condition-row.tsx';
import type { NameOption } from './name-picker.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
  join: { minWidth: 0, width: '132px' },
});

const NEW_CONDITION: BuilderCondition = { kind: 'condition', column: '', operator: 'eq', value: null };

const JoinChoice = (props: {
  readonly label: string;
  readonly join: 'and' | 'or';
  readonly onJoin: (join: 'and' | 'or') => void;
}): ReactElement => (
  <Dropdown
    className={useStyles().join}
    aria-label={props.label}
    value={TEXTS.joins[props.join]}
    selectedOptions={[props.join]}
    onOptionSelect={(_event, data) => props.onJoin(data.optionValue === 'or' ? 'or' : 'and')}
  >
    <Option value="and">{TEXTS.joins.and}</Option>
    <Option value="or">{TEXTS.joins.or}</Option>
  </Dropdown>
);

const replaced = <Part,>(parts: readonly Part[], at: number, part: Part | null): readonly Part[] =>
  parts.flatMap((one, index) => (index === at ? (part === null ? [] : [part]) : [one]));

/** The conditions of a query: joined by and or by or, with groups of the other kind one level deep. */
export const FilterPart = (props: {
  readonly query: BuilderQuery;
  readonly columnAt: (name: string) => QueryColumn | null;
  readonly columns: readonly NameOption[];
  /** Changes with every query that came from elsewhere, and with every row that comes or goes. */
  readonly version: number;
  readonly onFilter: (change: Partial<Pick<BuilderQuery, 'filter' | 'join'>>, rows: boolean) => void;
}): ReactElement => {
  const { columnAt, columns, onFilter, query, version } = props;
  const styles = useStyles();
  const { filter, join } = query;
  const put = (at: number, part: BuilderCondition | BuilderGroup | null, rows: boolean): void =>
    onFilter({ filter: replaced(filter, at, part) }, rows);
  const conditionRow = (
    condition: BuilderCondition,
    key: string,
    onCondition: (next: BuilderCondition | null, rows: boolean) => void,
  ): ReactElement => (
    <ConditionRow
      key={`${version} ${key}`}
      condition={condition}
      columnAt={columnAt}
      columns={columns}
      onCondition={(next) => onCondition(next, false)}
      onRemove={() => onCondition(null, true)}
    />
  );
  return (
    <PanelSection title={TEXTS.filters}>
      <div className={styles.list}>
        {filter.length < 2 ? null : (
          <JoinChoice label={TEXTS.join} join={join} onJoin={(next) => onFilter({ join: next }, false)} />
        )}
        {filter.map((part, at) =>
          part.kind === 'condition' ? (
            conditionRow(part, String(at), (next, rows) => put(at, next, rows))
          ) : (
            // Parts have no name of their own; the version tells them apart from those before.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={`${version} ${at}`} className={styles.group} role="group" aria-label={TEXTS.groupJoin}>
              <JoinChoice
                label={TEXTS.groupJoin}
                join={part.join}
                onJoin={(next) => put(at, { ...part, join: next }, false)}
              />
              {part.conditions.map((condition, inner) =>
                conditionRow(condition, `${at} ${inner}`, (next, rows) => {
                  const conditions = replaced(part.conditions, inner, next);
                  put(at, conditions.length === 0 ? null : { ...part, conditions }, rows);
                }),
              )}
              <Inline>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<AddIcon />}
                  onClick={() => put(at, { ...part, conditions: [...part.conditions, NEW_CONDITION] }, true)}
                >
                  {TEXTS.addCondition}
                </Button>
              </Inline>
            </div>
          ),
        )}
      </div>
      <Inline wrap>
        <Button
          size="small"
          icon={<AddIcon />}
          onClick={() => onFilter({ filter: [...filter, NEW_CONDITION] }, true)}
        >
          {TEXTS.addCondition}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<AddIcon />}
          onClick={() => {
            const group: BuilderGroup = {
              kind: 'group',
              join: join === 'and' ? 'or' : 'and',
              conditions: [NEW_CONDITION, NEW_CONDITION],
            };
            onFilter({ filter: [...filter, group] }, true);
          }}
        >
          {TEXTS.addGroup}
        </Button>
      </Inline>
    </PanelSection>
  );
};
