import { countedTableNotFound } from '../errors/request-faults.ts';
import { issuesOfFetch } from '../fetch/validate-fetch.ts';
import { addressLines } from '../schema/following-values.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import { idOf, type Json } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { listArgument, textArgument } from './arguments.ts';
import { definitionsVersion } from './metadata-changes.ts';
import type { WebApiFunction } from './operation.ts';

/** Who the caller is here (Learn: "WhoAmI Function"). */
const whoAmI: WebApiFunction = {
  name: 'WhoAmI',
  boundTo: null,
  withoutRoles: true,
  run: ({ session }) => ({
    BusinessUnitId: session.access.businessUnitId,
    UserId: session.access.userId,
    OrganizationId: session.environment.seed.organizationId,
  }),
};

/** Dictionaries are parallel arrays in this answer, as in recorded ones. */
function endpoints(session: Session): Json {
  const { origin } = session.environment.seed;
  return {
    Count: 3,
    IsReadOnly: false,
    Keys: ['WebApplication', 'OrganizationService', 'OrganizationDataService'],
    Values: [
      `${origin}/`,
      `${origin}/XRMServices/2011/Organization.svc`,
      `${origin}/XRMServices/2011/OrganizationData.svc`,
    ],
  };
}

/** Facts of the environment (Learn: "RetrieveCurrentOrganization Function"). */
const retrieveCurrentOrganization: WebApiFunction = {
  name: 'RetrieveCurrentOrganization',
  boundTo: null,
  run: ({ session }) => {
    const { seed } = session.environment;
    return {
      Detail: {
        OrganizationId: seed.organizationId,
        FriendlyName: seed.name,
        OrganizationVersion: seed.version,
        EnvironmentId: seed.environmentId,
        DatacenterId: seed.datacenterId ?? '00000000-0000-0000-0000-000000000000',
        Geo: seed.geo,
        TenantId: seed.tenantId,
        UrlName: seed.urlName,
        UniqueName: seed.uniqueName,
        State: 'Enabled',
        Endpoints: endpoints(session),
      },
    };
  },
};

/** Version of the platform (Learn: "RetrieveVersion Function"). */
const retrieveVersion: WebApiFunction = {
  name: 'RetrieveVersion',
  boundTo: null,
  run: ({ session }) => ({ Version: session.environment.seed.version }),
};

/**
 * How many rows tables have, whoever asks (Learn: "RetrieveTotalRecordCount Function"; the service tells the number of some time within the
 * last 24 hours). A table that does not exist is refused.
 */
const retrieveTotalRecordCount: WebApiFunction = {
  name: 'RetrieveTotalRecordCount',
  boundTo: null,
  run: (call) => {
    const names = listArgument(call, 'EntityNames');
    const counts = names.map((name) => {
      const table = tableNamed(name);
      if (table === null || table.isMetadata) throw countedTableNotFound(name);
      return [...call.session.environment.rows(table).rows()].length;
    });
    return {
      EntityRecordCountCollection: { Count: names.length, IsReadOnly: false, Keys: names, Values: counts },
    };
  },
};

/** What is wrong with a query and what makes it slow (Learn: "ValidateFetchXmlExpression Function"). */
const validateFetch: WebApiFunction = {
  name: 'ValidateFetchXmlExpression',
  boundTo: null,
  run: (call) => ({
    ValidationResults: {
      Helplink: 'https://learn.microsoft.com/power-apps/developer/data-platform/query-antipatterns',
      Messages: issuesOfFetch(call.session, textArgument(call, 'FetchXml')),
    },
  }),
};

/** English, the base language, is the only one that is installed. */
const english = 1033;

/** Languages that are enabled (Learn: "RetrieveProvisionedLanguages Function"). */
const retrieveProvisionedLanguages: WebApiFunction = {
  name: 'RetrieveProvisionedLanguages',
  boundTo: null,
  run: () => ({ RetrieveProvisionedLanguages: [english] }),
};

/** Languages that are there (Learn: "RetrieveAvailableLanguages Function"). */
const retrieveAvailableLanguages: WebApiFunction = {
  name: 'RetrieveAvailableLanguages',
  boundTo: null,
  run: () => ({ LocaleIds: [english] }),
};

/** A stamp of definitions, which never change here (Learn: "RetrieveTimestamp Function"). */
const retrieveTimestamp: WebApiFunction = {
  name: 'RetrieveTimestamp',
  boundTo: null,
  run: () => ({ Timestamp: String(definitionsVersion) }),
};

/** An address in lines, in the order of its country (Learn: "FormatAddress Function"; PowerApps-Samples, FunctionsAndActions, for both orders). */
const formatAddress: WebApiFunction = {
  name: 'FormatAddress',
  boundTo: null,
  run: (call) => {
    const [line, city, state, code, country] = [
      'Line1',
      'City',
      'StateOrProvince',
      'PostalCode',
      'Country',
    ].map((name) => textArgument(call, name));
    const address =
      country?.toLowerCase() === 'japan'
        ? [code, state, city, line, country].filter((it) => it !== '').join('\r\n')
        : addressLines([line ?? null], city ?? null, state ?? null, code ?? null, country ?? null);
    return { Address: address };
  },
};

/** A unit and all below it (Learn: "RetrieveBusinessHierarchyBusinessUnit Function"). */
const retrieveBusinessHierarchy: WebApiFunction = {
  name: 'RetrieveBusinessHierarchyBusinessUnit',
  boundTo: ['businessunit'],
  rowsOf: ({ session: { environment }, target }) => {
    const table = requireTable('businessunit');
    const below = environment.unitsBelow(target === null ? '' : idOf(target, table.primaryId));
    return {
      table,
      rows: [...environment.rows(table).rows()].filter((it) => below.has(idOf(it, table.primaryId))),
    };
  },
};

/** Functions about the caller and the environment. */
export const organizationFunctions: readonly WebApiFunction[] = [
  whoAmI,
  retrieveCurrentOrganization,
  retrieveVersion,
  retrieveTotalRecordCount,
  validateFetch,
  retrieveProvisionedLanguages,
  retrieveAvailableLanguages,
  retrieveTimestamp,
  formatAddress,
  retrieveBusinessHierarchy,
];
