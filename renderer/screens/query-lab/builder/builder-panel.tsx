import type { ReactElement } from 'react';
import { NEW_BUILDER_QUERY } from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import type { BuilderQuery } from '../../../../preload/contract/words/queries/builder/builder-query.ts';
import {
  columnOfPath,
  propertyOf,
  tableBehind,
  tableOfSet,
} from '../../../../preload/contract/words/queries/tables.ts';
import type { QuerySchema, QueryTableDetails } from '../../../../preload/contract/words/queries/tables.ts';
import { BUILDER_TEXTS as TEXTS, builderGapText } from '../../../../preload/contract/words/texts/en.ts';
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  NoticeBar,
  PanelSection,
  SidePanel,
  Skeleton,
  SkeletonItem,
} from '../../../ui/index.ts';
import { TablesLine } from '../editor/tables-line.tsx';
import type { KnownTables } from '../editor/use-query-schema.ts';
import { ChosenNames } from './chosen-names.tsx';
import { FilterPart } from './filter-part.tsx';
import { NamePicker } from './name-picker.tsx';
import type { NameOption } from './name-picker.tsx';
import { OrderPart } from './order-part.tsx';
import { useBuilder } from './use-builder.ts';

const useStyles = makeStyles({ top: { width: '120px' } });

const columnOptions = (table: QueryTableDetails): readonly NameOption[] =>
  table.columns.map((column) => ({ name: propertyOf(column), title: column.displayName }));

/** Columns of the rows behind lookups: of the related rows that were chosen, and where else their table is known. */
const behindLookups = (
  { expand }: BuilderQuery,
  table: QueryTableDetails,
  schema: QuerySchema,
): readonly NameOption[] =>
  table.navigation.flatMap((way) => {
    const { kind, name } = way;
    const there = kind === 'one' ? tableBehind(schema, way) : null;
    const chosen = expand.some(({ navigation }) => navigation === name);
    // Lookups of a table to itself would offer all of its columns again.
    if (there === null || (there.logicalName === table.logicalName && !chosen)) return [];
    return columnOptions(there).map((one) => ({ ...one, name: `${name}/${one.name}` }));
  });

const toggled = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names.filter((one) => one !== name) : [...names, name];

/** Puts an OData query together out of the tables and columns of an environment, beside its text. */
export const BuilderPanel = (props: {
  readonly text: string;
  readonly tables: KnownTables;
  readonly environmentName: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  const { environmentName, tables } = props;
  const { schema } = tables;
  const builder = useBuilder(props.text, schema, props.onText);
  const { read } = builder;
  const body = (() => {
    if (tables.state === 'none') return TEXTS.noNames;
    if (tables.state !== 'known')
      return (
        <>
          <TablesLine tables={tables} environment={environmentName} />
          {tables.state === 'loading' ? (
            <Skeleton aria-hidden>
              <SkeletonItem size={96} />
            </Skeleton>
          ) : null}
        </>
      );
    if (!read.ok)
      return (
        <NoticeBar
          intent="info"
          title={TEXTS.cannotShow}
          actions={<Button onClick={builder.beginAnew}>{TEXTS.beginAnew}</Button>}
        >
          {builderGapText(read.gap, read.what)} {TEXTS.leftAlone}
        </NoticeBar>
      );
    const { query } = read;
    const change = (part: Partial<BuilderQuery>, rows = false): void =>
      builder.change({ ...query, ...part }, rows);
    const set = tableOfSet(schema, query.entitySet);
    const table = set === null ? null : (schema.details.get(set.logicalName) ?? null);
    const columns = table === null ? [] : columnOptions(table);
    const lookups = (table?.navigation ?? []).filter(({ kind }) => kind === 'one');
    return (
      <>
        <PanelSection title={TEXTS.table}>
          <NamePicker
            label={TEXTS.table}
            options={schema.tables.map(({ displayName, entitySet }) => ({
              name: entitySet,
              title: displayName,
            }))}
            chosen={query.entitySet === '' ? [] : [query.entitySet]}
            placeholder={TEXTS.chooseTable}
            onPick={(entitySet) =>
              builder.change(
                { ...NEW_BUILDER_QUERY, comments: query.comments, entitySet, top: query.top },
                true,
              )
            }
          />
        </PanelSection>
        {set !== null && table === null ? (
          <Skeleton aria-hidden>
            <SkeletonItem size={96} />
          </Skeleton>
        ) : null}
        {table === null ? null : (
          <>
            <PanelSection title={TEXTS.columns}>
              <NamePicker
                many
                label={TEXTS.columns}
                options={columns}
                chosen={query.columns}
                placeholder={
                  query.columns.length === 0 ? TEXTS.allColumns : TEXTS.chosen(query.columns.length)
                }
                onPick={(name) => change({ columns: toggled(query.columns, name) })}
              />
              <ChosenNames
                names={query.columns}
                onRemove={(name) => change({ columns: toggled(query.columns, name) })}
              />
            </PanelSection>
            <FilterPart
              query={query}
              columnAt={(name) => columnOfPath(table, name, schema)}
              columns={[...columns, ...behindLookups(query, table, schema)]}
              version={builder.version}
              onFilter={change}
            />
            <OrderPart
              order={query.order}
              // Dataverse orders by columns of the table, by a lookup as the name of its row.
              columns={columns}
              onOrder={(order) => change({ order })}
            />
            <PanelSection title={TEXTS.expand}>
              <NamePicker
                many
                label={TEXTS.expand}
                options={lookups.map(({ name, target }) => ({ name, title: target }))}
                chosen={query.expand.map(({ navigation }) => navigation)}
                placeholder={TEXTS.addExpand}
                onPick={(navigation) =>
                  change({
                    expand: query.expand.some((one) => one.navigation === navigation)
                      ? query.expand.filter((one) => one.navigation !== navigation)
                      : [...query.expand, { navigation, columns: [] }],
                  })
                }
              />
              {query.expand.map(({ columns: names, navigation }) => {
                const way = lookups.find(({ name }) => name === navigation);
                const there = way === undefined ? null : tableBehind(schema, way);
                const put = (name: string): void =>
                  change({
                    expand: query.expand.map((one) =>
                      one.navigation === navigation ? { navigation, columns: toggled(names, name) } : one,
                    ),
                  });
                return (
                  <Field key={navigation} label={TEXTS.columnsOf(navigation)}>
                    <div>
                      <NamePicker
                        many
                        label={TEXTS.columnsOf(navigation)}
                        disabled={there === null}
                        options={there === null ? [] : columnOptions(there)}
                        chosen={names}
                        placeholder={names.length === 0 ? TEXTS.allColumns : TEXTS.chosen(names.length)}
                        onPick={put}
                      />
                      <ChosenNames names={names} onRemove={put} />
                    </div>
                  </Field>
                );
              })}
            </PanelSection>
            <PanelSection title={TEXTS.more}>
              <Field label={TEXTS.top} size="small">
                <Input
                  className={styles.top}
                  type="number"
                  min={1}
                  max={5000}
                  value={query.top === null ? '' : String(query.top)}
                  onChange={(_event, data) => {
                    const top = Math.trunc(Number(data.value));
                    change({ top: data.value === '' || !(top > 0) ? null : Math.min(5000, top) });
                  }}
                />
              </Field>
              <Checkbox
                label={TEXTS.count}
                checked={query.count}
                onChange={(_event, data) => change({ count: data.checked === true })}
              />
            </PanelSection>
          </>
        )}
      </>
    );
  })();
  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={TEXTS.subtitle(environmentName)}
      onClose={props.onClose}
      startWidth={520}
    >
      {body}
    </SidePanel>
  );
};
