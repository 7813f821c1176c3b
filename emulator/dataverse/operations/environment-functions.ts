import { recordNotFound } from '../errors/request-faults.ts';
import { readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Json, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { componentAt } from '../writes/solution-components.ts';
import { guidArgument, integerArgument, textArgument } from './arguments.ts';
import type { RowsAnswer, WebApiFunction } from './operation.ts';

const users = requireTable('systemuser');
const solutions = requireTable('solution');
const publishers = requireTable('publisher');
const definitions = requireTable('environmentvariabledefinition');
const variableValues = requireTable('environmentvariablevalue');

/** English, the base language, is the only one that is installed. */
const english = 1033;

function solutionOf({ environment }: Session, row: Row): Json {
  const publisher = environment.rows(publishers).get(textOf(row, 'publisherid') ?? '') ?? {};
  return {
    Id: idOf(row, 'solutionid'),
    FriendlyName: row['friendlyname'] ?? null,
    SolutionUniqueName: row['uniquename'] ?? null,
    VersionNumber: row['version'] ?? null,
    PublisherId: row['publisherid'] ?? null,
    PublisherIdName: publisher['friendlyname'] ?? null,
    PublisherUniqueName: publisher['uniquename'] ?? null,
  };
}

/** Kind of the environment and its solutions (Learn: RetrieveOrganizationInfo Function, OrganizationInfo and Solution ComplexTypes). */
const retrieveOrganizationInfo: WebApiFunction = {
  name: 'RetrieveOrganizationInfo',
  boundTo: null,
  run: ({ session }) => {
    const mayRead = session.access.readable(solutions);
    const rows = [...session.environment.rows(solutions).rows()].filter(
      (it) => it['isvisible'] !== false && mayRead(it),
    );
    const Solutions = rows.map((it) => solutionOf(session, it));
    return { organizationInfo: { InstanceType: 'Customer', Solutions } };
  },
};

/** Environments are encrypted always (Learn: IsDataEncryptionActive Function; "Manage your customer-managed encryption key"). */
const isDataEncryptionActive: WebApiFunction = {
  name: 'IsDataEncryptionActive',
  boundTo: null,
  run: () => ({ IsActive: true }),
};

/** Functions about languages (Learn: their reference pages). */
const languages: readonly WebApiFunction[] = [
  {
    name: 'RetrieveInstalledLanguagePacks',
    boundTo: null,
    run: () => ({ RetrieveInstalledLanguagePacks: [english] }),
  },
  {
    name: 'RetrieveDeprovisionedLanguages',
    boundTo: null,
    run: () => ({ RetrieveDeprovisionedLanguages: [] }),
  },
  ...['RetrieveInstalledLanguagePackVersion', 'RetrieveProvisionedLanguagePackVersion'].map(
    (name): WebApiFunction => ({
      name,
      boundTo: null,
      run: (call) => ({
        Version: integerArgument(call, 'Language') === english ? call.session.environment.seed.version : '',
      }),
    }),
  ),
];

/** What one unit of the base currency is in another one (Learn: RetrieveExchangeRate Function). */
const retrieveExchangeRate: WebApiFunction = {
  name: 'RetrieveExchangeRate',
  boundTo: null,
  run: (call) => {
    const id = guidArgument(call, 'TransactionCurrencyId');
    return {
      ExchangeRate: readRecord(call.session, requireTable('transactioncurrency'), id)['exchangerate'] ?? 1,
    };
  },
};

/** The value of an environment variable: its own here, or the default (Learn: RetrieveEnvironmentVariableValue Function; "Use environment variables"). */
const retrieveVariable: WebApiFunction = {
  name: 'RetrieveEnvironmentVariableValue',
  boundTo: null,
  run: (call) => {
    const { access, environment } = call.session;
    const name = textArgument(call, 'DefinitionSchemaName');
    const mayRead = access.readable(definitions);
    const definition = [...environment.rows(definitions).rows()].find(
      (it) => textOf(it, 'schemaname')?.toLowerCase() === name.toLowerCase() && mayRead(it),
    );
    if (definition === undefined) throw recordNotFound(definitions.logicalName, name);
    const [own] = environment
      .rows(variableValues)
      .where('environmentvariabledefinitionid', idOf(definition, definitions.primaryId));
    return { Value: own?.['value'] ?? definition['defaultvalue'] ?? null };
  },
};

/** Whether a component may be changed: what a managed solution brought is locked here (Learn: IsComponentCustomizable Function). */
const isComponentCustomizable: WebApiFunction = {
  name: 'IsComponentCustomizable',
  boundTo: null,
  run: (call) => {
    const id = guidArgument(call, 'ComponentId');
    const row = componentAt(call.session, integerArgument(call, 'ComponentType'), id);
    return { IsComponentCustomizable: row['ismanaged'] !== true };
  },
};

/** All who report to a user, at any number of steps (Learn: RetrieveAllChildUsersSystemUser Function). */
const retrieveAllChildUsers: WebApiFunction = {
  name: 'RetrieveAllChildUsersSystemUser',
  boundTo: ['systemuser'],
  rowsOf: ({ session, target }): RowsAnswer => {
    const rows = session.environment.rows(users);
    const found = new Map<string, Row>();
    const waiting = [target === null ? '' : idOf(target, users.primaryId)];
    for (const id of waiting) {
      for (const report of rows.where('parentsystemuserid', id)) {
        const reportId = idOf(report, users.primaryId);
        if (found.has(reportId)) continue;
        found.set(reportId, report);
        waiting.push(reportId);
      }
    }
    return { table: users, rows: [...found.values()] };
  },
};

/** Functions that administrators ask of an environment. */
export const environmentFunctions: readonly WebApiFunction[] = [
  retrieveOrganizationInfo,
  isDataEncryptionActive,
  ...languages,
  retrieveExchangeRate,
  retrieveVariable,
  isComponentCustomizable,
  retrieveAllChildUsers,
];
