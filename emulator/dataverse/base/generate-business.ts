import type { Blueprint } from './blueprint.ts';
import { followingValues } from '../schema/following-values.ts';
import { requireTable } from '../schema/schema.ts';
import { lookupTableKey, type Row } from '../schema/value.ts';
import { defaultTeamId } from './generate-assignments.ts';
import { currencyId } from './generate-single-rows.ts';
import { generatedPeople, userIdOf } from './generate-users.ts';
import { guid } from './guid.ts';
import {
  companyName,
  complaint,
  demand,
  errand,
  jobTitle,
  personName,
  phone,
  place,
  slug,
  street,
} from './names.ts';
import { type Random, randomFor } from './random.ts';
import { generatedTime } from './wire-time.ts';

/** Names of the tables whose rows are generated as business data. */
export const generatedTables = [
  'account',
  'contact',
  'lead',
  'opportunity',
  'incident',
  'task',
  'annotation',
] as const;

/** A table whose rows are generated as business data. */
export type GeneratedTable = (typeof generatedTables)[number];

const counts = (plan: Blueprint): Readonly<Record<GeneratedTable, number>> => ({
  account: plan.seed.records.accounts,
  contact: plan.seed.records.contacts,
  lead: plan.seed.records.leads ?? 0,
  opportunity: plan.seed.records.opportunities ?? 0,
  incident: plan.seed.records.cases ?? 0,
  task: plan.seed.records.tasks ?? 0,
  annotation: plan.seed.records.notes ?? 0,
});

const recordId = (plan: Blueprint, table: GeneratedTable, index: number): string =>
  guid(table, plan.seed.organizationId, index);

const firstVersion: Readonly<Record<GeneratedTable, number>> = {
  account: 1_000_000,
  contact: 1_100_000,
  lead: 1_300_000,
  opportunity: 1_400_000,
  incident: 1_500_000,
  task: 1_600_000,
  annotation: 1_700_000,
};

type Owner = { readonly id: string; readonly unit: string };

function owners(plan: Blueprint): readonly Owner[] {
  const people = [...plan.seed.users, ...generatedPeople(plan)].map((it) => ({
    id: userIdOf(plan, it.objectId),
    unit: plan.unitId(it.businessUnit),
  }));
  return people.length > 0 ? people : [{ id: plan.systemUserId, unit: plan.unitId() }];
}

/** Columns that every generated record has: id, owner, times. One in ten belongs to the unit's default team. */
function record(plan: Blueprint, table: GeneratedTable, index: number, owner: Owner, random: Random): Row {
  const team = random.below(10) === 0;
  const ownerid = team ? defaultTeamId(plan.seed.organizationId, owner.unit) : owner.id;
  const share = random.next() * 0.95;
  return {
    ownerid,
    ...(team ? { [lookupTableKey('ownerid')]: 'team', owningteam: ownerid } : { owninguser: ownerid }),
    owningbusinessunit: owner.unit,
    createdon: generatedTime(share),
    modifiedon: generatedTime(share + (1 - share) * random.next()),
    createdby: owner.id,
    modifiedby: owner.id,
    versionnumber: firstVersion[table] + index,
  };
}

type Maker = (plan: Blueprint, index: number, random: Random) => Row;

const someAccount = (plan: Blueprint, random: Random): string | null =>
  plan.seed.records.accounts === 0
    ? null
    : recordId(plan, 'account', random.below(plan.seed.records.accounts));

const customer = (plan: Blueprint, random: Random, column: string): Row => {
  const account = someAccount(plan, random);
  return account === null ? {} : { [column]: account, [lookupTableKey(column)]: 'account' };
};

/** One to three of the four sales regions. */
const salesRegions = (index: number): string =>
  [1, 2, 3, 4]
    .filter((it) => (index % 15) & (1 << (it - 1)))
    .map((it) => String(948_930_000 + it))
    .join(',') || '948930001';

const makers: Readonly<Record<GeneratedTable, Maker>> = {
  account: (plan, index, random) => {
    const name = companyName(random);
    const town = place(random);
    const { contacts } = plan.seed.records;
    return {
      accountid: recordId(plan, 'account', index),
      name,
      accountnumber: `AC-${10_000 + index}`,
      telephone1: phone(random, town.code),
      emailaddress1: `office@${slug(name)}.example`,
      websiteurl: `https://www.${slug(name)}.example`,
      address1_line1: street(random),
      address1_city: town.city,
      address1_country: town.country,
      revenue: 50_000 + random.below(9_000) * 1_000,
      numberofemployees: 3 + random.below(900),
      industrycode: random.pick([1, 6, 7, 12, 16, 20, 24, 33]),
      creditlimit: 5_000 + ((index * 37) % 40) * 2_500,
      customertypecode: random.pick([3, 3, 3, 8, 11]),
      creditonhold: random.below(15) === 0,
      ...(index % 4 === 0 ? {} : { ctso_salesregions: salesRegions(index) }),
      ...(random.below(20) === 0 ? { statecode: 1, statuscode: 2 } : {}),
      ...(contacts > 0 && random.below(5) > 0
        ? { primarycontactid: recordId(plan, 'contact', random.below(contacts)) }
        : {}),
      ...(index > 5 && random.below(6) === 0
        ? { parentaccountid: recordId(plan, 'account', random.below(Math.min(index, 40))) }
        : {}),
    };
  },
  contact: (plan, index, random) => {
    const { first, last } = personName(random);
    const town = place(random);
    const company = customer(plan, random, 'parentcustomerid');
    return {
      contactid: recordId(plan, 'contact', index),
      firstname: first,
      lastname: last,
      fullname: `${first} ${last}`,
      yomifullname: `${first} ${last}`,
      emailaddress1: `${slug(first)}.${slug(last)}${index}@mail.example`,
      telephone1: phone(random, town.code),
      mobilephone: random.below(3) === 0 ? null : phone(random, town.code),
      jobtitle: jobTitle(random),
      address1_line1: street(random),
      address1_city: town.city,
      address1_country: town.country,
      governmentid: `GOV-${100_000 + ((index * 7_919) % 900_000)}`,
      annualincome: 24_000 + ((index * 53) % 80) * 1_000,
      donotemail: random.below(12) === 0,
      ...company,
      accountid: company['parentcustomerid'] ?? null,
    };
  },
  lead: (plan, index, random) => {
    const { first, last } = personName(random);
    return {
      leadid: recordId(plan, 'lead', index),
      subject: demand(random),
      firstname: first,
      lastname: last,
      fullname: `${first} ${last}`,
      companyname: companyName(random),
      jobtitle: jobTitle(random),
      leadsourcecode: random.pick([1, 2, 7, 8]),
      leadqualitycode: random.pick([1, 2, 3]),
    };
  },
  opportunity: (plan, index, random) => {
    const company = customer(plan, random, 'customerid');
    const state = random.pick([0, 0, 0, 1, 2]);
    return {
      opportunityid: recordId(plan, 'opportunity', index),
      name: demand(random),
      estimatedvalue: 1_000 + random.below(400) * 500,
      estimatedclosedate: generatedTime(0.6 + random.next() * 0.4).slice(0, 10),
      closeprobability: random.below(11) * 10,
      salesstage: random.below(4),
      statecode: state,
      statuscode: state === 0 ? 1 : state === 1 ? 3 : 5,
      ...company,
      parentaccountid: company['customerid'] ?? null,
    };
  },
  incident: (plan, index, random) => ({
    incidentid: recordId(plan, 'incident', index),
    title: complaint(random),
    ticketnumber: `CAS-${String(1_000 + index).padStart(5, '0')}`,
    casetypecode: random.pick([1, 2, 3]),
    caseorigincode: random.pick([1, 2, 3]),
    prioritycode: random.pick([1, 2, 2, 3]),
    ...(random.below(3) === 0 ? { statecode: 1, statuscode: 5 } : {}),
    ...customer(plan, random, 'customerid'),
  }),
  task: (plan, index, random) => ({
    activityid: recordId(plan, 'task', index),
    subject: errand(random),
    scheduledend: generatedTime(random.next()),
    percentcomplete: random.below(5) * 25,
    ...(random.below(3) === 0 ? { statecode: 1, statuscode: 5 } : {}),
    ...customer(plan, random, 'regardingobjectid'),
  }),
  annotation: (plan, index, random) => ({
    annotationid: recordId(plan, 'annotation', index),
    subject: 'Note',
    notetext: `${errand(random)}. ${complaint(random)}.`,
    objecttypecode: 'account',
    ...customer(plan, random, 'objectid'),
  }),
};

/** The rows of one business table, the same for the same seed. */
export function* generateBusinessRows(plan: Blueprint, table: GeneratedTable): Generator<Row> {
  const random = randomFor(`${plan.seed.organizationId}/${table}`);
  const possible = owners(plan);
  const make = makers[table];
  const definition = requireTable(table);
  const currency = { id: currencyId(plan), rate: 1 };
  for (let index = 0; index < counts(plan)[table]; index += 1) {
    const row = {
      ...record(plan, table, index, random.pick(possible), random),
      ...make(plan, index, random),
    };
    yield { ...row, ...followingValues(definition, row, () => currency) };
  }
}
