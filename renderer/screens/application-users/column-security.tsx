import type { ReactElement } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Change } from '../../plans/index.ts';
import { useAction, useWorkspace } from '../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  Inline,
  makeStyles,
  NoticeBar,
  PanelSection,
  Spinner,
  tokens,
} from '../../ui/index.ts';
import { SecuredColumnItem } from './secured-column.tsx';

const TEXTS = APPLICATION_USERS_TEXTS.columnSecurity;
type Answer = OutputOf<'securityRoles.columnAccess'>;
type TableReference = InputOf<'securityRoles.columnAccess'>['table'];

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

const Columns = (props: {
  readonly answer: Answer;
  readonly onChange: ((what: 'give' | 'take', profile: string) => void) | undefined;
}): ReactElement => {
  const { columns, profiles } = props.answer;
  const styles = useStyles();
  if (columns.length === 0) return <p className={styles.text}>{TEXTS.none}</p>;
  const lacks = columns.some(({ rights }) => rights.some(({ allowed }) => !allowed));
  return (
    <>
      {lacks ? <NoticeBar intent="warning" title={TEXTS.emptyWithoutError} /> : null}
      <ul className={styles.list}>
        {columns.map((column) => (
          <SecuredColumnItem
            key={column.name}
            column={column}
            profiles={profiles}
            onChange={props.onChange}
          />
        ))}
      </ul>
      <p className={styles.text}>{TEXTS.onTop}</p>
    </>
  );
};

/** What the app may do with the secured columns of a table, and through which column security profiles. */
export const ColumnSecurity = (props: {
  readonly user: ApplicationUser;
  readonly table: TableReference;
  /** Shows the plan of a change. */
  readonly onPropose: (title: string, change: Change) => void;
}): ReactElement => {
  const styles = useStyles();
  const { id: workspaceId, readOnly } = useWorkspace();
  const { clientId, environmentId, systemUserId } = props.user;
  const { by, name } = props.table;
  const { busy, cancel, error, run } = useAction('securityRoles.columnAccess');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ask = useCallback(async () => {
    setAnswer(null);
    const result = await run({ workspaceId, environmentId, systemUserId, table: { by, name } });
    if (result.ok) setAnswer(result.value);
  }, [by, environmentId, name, run, systemUserId, workspaceId]);
  useEffect(() => {
    void ask();
    return cancel;
  }, [ask, cancel]);

  const change = (what: 'give' | 'take', profile: string): void =>
    props.onPropose(what === 'give' ? TEXTS.giveTitle(profile) : TEXTS.takeTitle(profile), {
      kind: 'users',
      desired: [
        {
          environmentId,
          clientId,
          ensureUser: false,
          addRoles: [],
          removeRoles: [],
          ...(what === 'give' ? { addProfiles: [profile] } : { removeProfiles: [profile] }),
        },
      ],
    });
  const unanswered = (): ReactElement | null => {
    if (error === null) return null;
    if (error.code === 'not-found' && error.params['what'] === 'table')
      return <p className={styles.text}>{TEXTS.noSingleTable}</p>;
    if (error.code !== 'cancelled')
      return <ErrorPanel error={error} handlers={{ retry: () => void ask() }} />;
    return (
      <>
        <p className={styles.text}>{TEXTS.cancelled}</p>
        <div>
          <Button onClick={() => void ask()}>{TEXTS.again}</Button>
        </div>
      </>
    );
  };
  return (
    <PanelSection title={answer === null ? TEXTS.titleUnknown : TEXTS.title(answer.tableName)}>
      {busy ? (
        <Inline gap="s">
          <Spinner size="tiny" label={TEXTS.asking} />
          <Button onClick={cancel}>{TEXTS.cancel}</Button>
        </Inline>
      ) : null}
      {unanswered()}
      {answer === null ? null : <Columns answer={answer} onChange={readOnly ? undefined : change} />}
    </PanelSection>
  );
};
