import { contract } from '../../preload/contract/index.ts';
import type { EnvironmentRun, Query } from '../../preload/contract/query.ts';
import { MAX_ROWS_PER_ANSWER } from '../../preload/contract/words/wire.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { FanOutCounts } from '../../preload/contract/schemas.ts';
import type { EnvironmentId, RunId } from '../../preload/contract/words/ids.ts';
import { explain } from '../../preload/contract/words/texts/en.ts';
import { chooseApp, chooseEnvironments } from '../choose/app-and-environments.ts';
import { languageOf } from '../choose/query-language.ts';
import { EXIT } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { failureTitle } from '../output/failure.ts';
import { groupedFailures } from '../output/grouped-failures.ts';
import { tellProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import type { Command, Work } from './command.ts';
import { APP_OPTIONS, CONSOLE_OPTIONS, ENVIRONMENT_OPTIONS } from './options.ts';
import { fail, refuse, refuseError } from './refuse.ts';

const MOST_ROWS = 100_000;
/** A table is written at once, because its columns are as wide as what is in them. */
const MOST_IN_A_TABLE = 1000;

type Row = Readonly<Record<string, unknown>>;

const rawOf = (cell: unknown): unknown =>
  typeof cell === 'object' && cell !== null && 'raw' in cell ? cell.raw : cell;
const shownOf = (value: unknown): string => (value === null ? '' : String(value));

const nameOf = ({ setting }: Work, id: EnvironmentId): string =>
  setting.environments.find((one) => one.id === id)?.name ?? id;

/** The rows of a run, a window at a time; each with the name of its environment. Ends after a failure. */
async function* rowsOf(
  work: Work,
  runId: RunId,
  columns: readonly string[],
): AsyncGenerator<Result<readonly Row[]>> {
  for (let offset = 0; ; offset += MAX_ROWS_PER_ANSWER) {
    const read = await work.ask.call(contract['query.window'], {
      runId,
      offset,
      limit: MAX_ROWS_PER_ANSWER,
      sort: null,
      filter: '',
    });
    if (!read.ok) {
      yield read;
      return;
    }
    if (read.value.rows.length === 0) return;
    yield ok(
      read.value.rows.map(({ cells, environmentId }) => ({
        environment: nameOf(work, environmentId),
        ...Object.fromEntries(columns.map((column, at) => [column, rawOf(cells[at] ?? null)])),
      })),
    );
  }
}

/** How a run went in an environment where it has ended; null where it goes on. */
const endOfRun = (work: Work, run: EnvironmentRun): string | null => {
  const { environmentId, rows, state, totalMilliseconds } = run;
  return state === 'done' || state === 'failed' || state === 'cancelled'
    ? `${nameOf(work, environmentId)}: ${state}, ${rows} rows, ${Math.round(totalMilliseconds ?? 0)} ms`
    : null;
};

const tellFailures = (work: Work, runs: readonly EnvironmentRun[]): void => {
  const failures = runs.flatMap(({ environmentId, error }) =>
    error === null ? [] : [{ app: null, environment: nameOf(work, environmentId), error }],
  );
  for (const line of groupedFailures(failures)) work.terminal.tell(line);
};

/** Writes the rows; why not all of them, or null. */
const printRows = async (work: Work, runId: RunId, columns: readonly string[]): Promise<AppError | null> => {
  const { given, terminal } = work;
  const shown: Row[] = [];
  for await (const read of rowsOf(work, runId, columns)) {
    if (!read.ok) return read.error;
    const rows = read.value;
    if (given.flag('json')) for (const row of rows) terminal.write(`${JSON.stringify(row)}\n`);
    else shown.push(...rows);
    if (!given.flag('json') && shown.length > MOST_IN_A_TABLE) break;
  }
  if (given.flag('json')) return null;
  // Headings alone would look like an answer.
  if (columns.length === 0) return null;
  const headings = ['environment', ...columns];
  const cells = shown
    .slice(0, MOST_IN_A_TABLE)
    .map((row) => headings.map((name) => shownOf(row[name] ?? null)));
  terminal.write(table(headings, cells));
  if (shown.length > MOST_IN_A_TABLE)
    terminal.tell(`Only the first ${MOST_IN_A_TABLE} rows; --json writes all of them.`);
  return null;
};

type Ran = {
  readonly runId: RunId;
  readonly columns: readonly string[];
  readonly runs: readonly EnvironmentRun[];
  readonly exitCode: ExitCode;
};

const exitCodeOf = ({ cancelled, failed }: FanOutCounts): ExitCode =>
  cancelled > 0 ? EXIT.cancelled : failed > 0 ? EXIT.negative : EXIT.ok;

const queryOf = (text: string): Query => ({ language: languageOf(text), text });

/** Runs a query as an app; an exit code when nothing could be run. */
const runAsApp = async (work: Work, text: string): Promise<Ran | ExitCode> => {
  const { ask, given, setting, terminal } = work;
  const app = chooseApp(setting, given.text('app'));
  if (typeof app === 'string') return refuse(terminal, app);
  const environments = chooseEnvironments(setting, given.texts('env'));
  if (typeof environments === 'string') return refuse(terminal, environments);
  const top = given.text('rows') ?? '5000';
  const rowsPerEnvironment = Number(top);
  if (!/^\d+$/.test(top) || rowsPerEnvironment < 1 || rowsPerEnvironment > MOST_ROWS) {
    return refuse(terminal, `--rows must be a number from 1 to ${MOST_ROWS}, not '${top}'.`);
  }
  const runs = new Map<string, EnvironmentRun>();
  let columns: readonly string[] = [];
  const told = tellProgress(terminal, environments.length);
  const ran = await ask.stream(
    contract['query.run'],
    {
      workspaceId: setting.workspace.id,
      appProfileId: app.id,
      credentialId: null,
      environmentIds: environments.map(({ id }) => id),
      query: queryOf(text),
      rowsPerEnvironment,
    },
    (event) => {
      if (event.kind === 'environment') {
        const { run } = event;
        const before = runs.get(run.environmentId)?.state;
        runs.set(run.environmentId, run);
        const end = run.state === before ? null : endOfRun(work, run);
        if (end !== null) told(run.environmentId, end);
      } else if (event.kind === 'columns') ({ columns } = event);
    },
  );
  if (!ran.ok)
    return ran.error.code === 'invalid-input' ? refuseError(terminal, ran.error) : fail(terminal, ran.error);
  const { counts, runId } = ran.value;
  return { runId, columns, runs: [...runs.values()], exitCode: exitCodeOf(counts) };
};

/** `query`: one OData GET or FetchXML query as the app, over many environments. */
export const query: Command = {
  name: 'query',
  summary: 'Run an OData or FetchXML query as the app in one or many environments',
  operands: '<query>',
  console: true,
  options: {
    ...CONSOLE_OPTIONS,
    ...APP_OPTIONS,
    ...ENVIRONMENT_OPTIONS,
    json: {
      type: 'boolean',
      value: '',
      help: 'JSON on standard output instead of a table: an object a line for each row',
    },
    rows: { type: 'string', value: '<n>', help: 'most rows of each environment (5000)' },
  },
  examples: [
    'query --demo --app "Contoso Integration Hub" "contacts?$select=fullname&$top=5"',
    'query --app "Order sync" --env "Contoso Production" --json "accounts?$select=name" > accounts.jsonl',
  ],
  problemWith: ({ length }) =>
    length === 1 ? null : 'Give one query in quotes, e.g. "accounts?$select=name&$top=10".',
  run: async (work) => {
    const ran = await runAsApp(work, work.given.positionals[0] ?? '');
    if (typeof ran === 'number') return ran;
    tellFailures(work, ran.runs);
    const problem = await printRows(work, ran.runId, ran.columns);
    return problem === null ? ran.exitCode : fail(work.terminal, problem);
  },
};

/** What each environment said, also where it refused: a script wants to know of every one. Why that cannot be told, or null. */
const printAnswers = async (work: Work, { columns, runId, runs }: Ran): Promise<AppError | null> => {
  const { given, terminal } = work;
  const answers = new Map<unknown, Row>();
  for await (const read of rowsOf(work, runId, columns)) {
    if (!read.ok) return read.error;
    for (const row of read.value) answers.set(row['environment'], row);
  }
  const rows = runs.map(({ environmentId, error, totalMilliseconds }) => {
    const environment = nameOf(work, environmentId);
    const { UserId = null } = answers.get(environment) ?? {};
    return {
      environment,
      userId: UserId,
      milliseconds: totalMilliseconds,
      error: error === null ? null : { code: explain(error).code, title: failureTitle(error) },
    };
  });
  if (given.flag('json')) terminal.write(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    const cells = rows.map(({ environment, error, milliseconds, userId }) => [
      environment,
      shownOf(userId),
      String(Math.round(milliseconds ?? 0)),
      error?.title ?? 'OK',
    ]);
    terminal.write(table(['environment', 'user', 'ms', 'answer'], cells));
  }
  return null;
};

/** `whoami`: proves that the app gets in. */
export const whoami: Command = {
  name: 'whoami',
  summary: 'Ask each environment who the app is there (WhoAmI)',
  operands: '',
  console: true,
  options: { ...CONSOLE_OPTIONS, ...APP_OPTIONS, ...ENVIRONMENT_OPTIONS },
  run: async (work) => {
    const ran = await runAsApp(work, 'WhoAmI()');
    if (typeof ran === 'number') return ran;
    const problem = await printAnswers(work, ran);
    return problem === null ? ran.exitCode : fail(work.terminal, problem);
  },
};
