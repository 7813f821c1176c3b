import type { LinkResult } from '../../preload/contract/doctor.ts';
import { contract } from '../../preload/contract/index.ts';
import type { ChainOutcome, DoctorLink } from '../../preload/contract/words/doctor.ts';
import {
  CAUSE_LABELS,
  DOCTOR_LINK_TEXTS,
  DOCTOR_TEXTS,
  OUTCOME_LABELS,
  SUPPORT_PACK_TEXTS,
  UNKNOWN_TEXTS,
} from '../../preload/contract/words/texts/en.ts';
import { chooseApp, chooseEnvironments } from '../choose/app-and-environments.ts';
import { readDoctorQuestion } from '../choose/doctor-question.ts';
import { EXIT } from '../exit-codes.ts';
import { failureTitle } from '../output/failure.ts';
import { groupedFailures } from '../output/grouped-failures.ts';
import { tellProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import type { Command } from './command.ts';
import { packForm, savePack } from './save-pack.ts';
import { CONSOLE_OPTIONS, ENVIRONMENT_OPTIONS } from './options.ts';
import { fail, refuse, refuseError } from './refuse.ts';

const WATCH = { everySeconds: 15, times: 40 };

/** One app in one environment, as its chain went. */
type Chain = {
  readonly app: string;
  readonly environment: string;
  readonly links: LinkResult[];
  outcome: ChainOutcome | null;
  root: DoctorLink | null;
};

/** The link that the outcome rests on. */
const rootOf = ({ links, root }: Chain): LinkResult | null => links.find(({ link }) => link === root) ?? null;

const reasonOf = (chain: Chain): string => {
  const verdict = rootOf(chain)?.verdict;
  switch (verdict?.state) {
    case 'failed':
      return `${CAUSE_LABELS[verdict.cause]}: ${failureTitle(verdict.error)}`;
    case 'symptom':
      return failureTitle(verdict.error);
    case 'unknown':
      return verdict.error === null ? UNKNOWN_TEXTS[verdict.reason] : failureTitle(verdict.error);
    case 'ok':
    case 'skipped':
    case undefined:
      return '';
  }
};

const errorOf = (chain: Chain) => {
  const verdict = rootOf(chain)?.verdict;
  return verdict !== undefined && 'error' in verdict ? verdict.error : null;
};

/** `doctor`: why an app cannot work somewhere, and what fixes it. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Find out why the app cannot work in an environment, link by link, and what fixes it',
  operands: '',
  console: true,
  options: {
    ...CONSOLE_OPTIONS,
    app: { type: 'string', value: '<name or client id>', help: 'which app; all of the workspace by default' },
    ...ENVIRONMENT_OPTIONS,
    query: {
      type: 'string',
      value: '<query>',
      help: 'a query that the app shall be able to run, OData or FetchXML',
    },
    can: {
      type: 'string',
      value: '<verb table>',
      help: 'what it shall be able to do: "read account", "write account(<id>)"; nothing is changed',
    },
    pack: {
      type: 'string',
      value: '<file>',
      help: 'save what was found for somebody who helps, without names, IDs and hosts: .zip, .md, .json or .html',
    },
    watch: {
      type: 'boolean',
      value: '',
      help: 'look again every 15 seconds until all is well, for ten minutes at most',
    },
  },
  examples: [
    'doctor --demo',
    'doctor --app "Order sync" --env "Contoso Production" --can "read account"',
    'doctor --env https://contoso.crm4.dynamics.com --watch --pack for-support.zip',
  ],
  run: async ({ ask, given, setting, terminal }) => {
    const named = given.text('app') === null ? null : chooseApp(setting, given.text('app'));
    if (typeof named === 'string') return refuse(terminal, named);
    const apps = named === null ? setting.apps : [named];
    if (apps.length === 0) return refuse(terminal, `${setting.workspace.name} has no app yet.`);
    const environments = chooseEnvironments(setting, given.texts('env'));
    if (typeof environments === 'string') return refuse(terminal, environments);
    const pack = given.text('pack');
    if (pack !== null && packForm(pack) === null)
      return refuse(terminal, 'A support pack is a .zip, .md, .json or .html file.');
    const question = readDoctorQuestion({ query: given.text('query'), can: given.text('can') });
    if (typeof question === 'string') return refuse(terminal, question);

    const chains = new Map<string, Chain>();
    for (const { id: appProfileId, name: app } of apps)
      for (const { id: environmentId, name: environment } of environments)
        chains.set(`${appProfileId} ${environmentId}`, {
          app,
          environment,
          links: [],
          outcome: null,
          root: null,
        });
    const told = tellProgress(terminal, chains.size);
    const ran = await ask.stream(
      contract['doctor.run'],
      {
        workspaceId: setting.workspace.id,
        appProfileIds: apps.map(({ id }) => id),
        environmentIds: environments.map(({ id }) => id),
        question,
        from: null,
        watch: given.flag('watch') ? WATCH : null,
      },
      (event) => {
        if (event.kind === 'looking') return;
        if (event.kind === 'waiting') {
          terminal.tell(DOCTOR_TEXTS.waiting(event.round, event.until));
          return;
        }
        const key = `${event.appProfileId} ${event.environmentId}`;
        const chain = chains.get(key);
        if (chain === undefined) return;
        if (event.kind === 'link') {
          const at = chain.links.findIndex(({ link }) => link === event.result.link);
          chain.links.splice(at === -1 ? chain.links.length : at, at === -1 ? 0 : 1, event.result);
          return;
        }
        Object.assign(chain, { outcome: event.outcome, root: event.root });
        told(key, `${chain.environment}: ${chain.app}: ${OUTCOME_LABELS[event.outcome]}`);
      },
    );
    if (!ran.ok)
      return ran.error.code === 'invalid-input'
        ? refuseError(terminal, ran.error)
        : fail(terminal, ran.error);
    const all = [...chains.values()];
    if (given.flag('json')) terminal.write(`${JSON.stringify(all, null, 2)}\n`);
    else {
      const cells = all.map((chain) => [
        chain.environment,
        chain.app,
        OUTCOME_LABELS[chain.outcome ?? 'cancelled'],
        chain.root === null ? '' : DOCTOR_LINK_TEXTS[chain.root].name,
        reasonOf(chain),
      ]);
      terminal.write(table(['environment', 'app', 'outcome', 'link', 'root cause'], cells));
    }
    const stopped = all.flatMap(({ app, environment, ...chain }) => {
      const error = errorOf({ app, environment, ...chain });
      return error === null ? [] : [{ app, environment, error }];
    });
    for (const line of groupedFailures(stopped)) terminal.tell(line);
    if (pack !== null) {
      const failure = await savePack(
        ask,
        { kind: 'doctor', workspaceId: setting.workspace.id, only: null },
        pack,
      );
      if (failure !== null) return fail(terminal, failure);
      terminal.tell(SUPPORT_PACK_TEXTS.saved(pack));
    }
    if (ran.value.cancelled > 0) return EXIT.cancelled;
    return ran.value.ok === ran.value.chains ? EXIT.ok : EXIT.negative;
  },
};
