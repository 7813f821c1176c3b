import type { EnvironmentSeed } from '../environment-seed.ts';
import { lookupTableKey, type Row } from '../schema/value.ts';
import { defaultTeamId } from './generate-assignments.ts';
import { businessUnitId, systemUserId } from './generate-units.ts';
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

const counts = (seed: EnvironmentSeed): Readonly<Record<GeneratedTable, number>> => ({
  account: seed.records.accounts,
  contact: seed.records.contacts,
  lead: seed.records.leads ?? 0,
  opportunity: seed.records.opportunities ?? 0,
  incident: seed.records.cases ?? 0,
  task: seed.records.tasks ?? 0,
  annotation: seed.records.notes ?? 0,
});

const recordId = (seed: EnvironmentSeed, table: GeneratedTable, index: number): string =>
  guid(table, seed.organizationId, index);

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

function owners(seed: EnvironmentSeed): readonly Owner[] {
  const people = [...seed.users, ...generatedPeople(seed)].map((it) => ({
    id: userIdOf(seed, it.objectId),
    unit: businessUnitId(seed, it.businessUnit),
  }));
  return people.length > 0 ? people : [{ id: systemUserId(seed), unit: businessUnitId(seed) }];
}

/** Columns that every generated record has: id, owner, times. One in ten belongs to the unit's default team. */
function record(
  seed: EnvironmentSeed,
  table: GeneratedTable,
  index: number,
  owner: Owner,
  random: Random,
): Row {
  const team = random.below(10) === 0;
  const ownerid = team ? defaultTeamId(seed, owner.unit) : owner.id;
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

type Maker = (seed: EnvironmentSeed, index: number, random: Random) => Row;

const someAccount = (seed: EnvironmentSeed, random: Random): string | null =>
  seed.records.accounts === 0 ? null : recordId(seed, 'account', random.below(seed.records.accounts));

const customer = (seed: EnvironmentSeed, random: Random, column: string): Row => {
  const account = someAccount(seed, random);
  return account === null ? {} : { [column]: account, [lookupTableKey(column)]: 'account' };
};

const makers: Readonly<Record<GeneratedTable, Maker>> = {
  account: (seed, index, random) => {
    const name = companyName(random);
    const town = place(random);
    const { contacts } = seed.records;
    return {
      accountid: recordId(seed, 'account', index),
      name,
      accountnumber: `AC-${String(10_000 + index)}`,
      telephone1: phone(random, town.code),
      emailaddress1: `office@${slug(name)}.example`,
      websiteurl: `https://www.${slug(name)}.example`,
      address1_line1: street(random),
      address1_city: town.city,
      address1_country: town.country,
      revenue: 50_000 + random.below(9_000) * 1_000,
      numberofemployees: 3 + random.below(900),
      industrycode: random.pick([1, 6, 7, 12, 16, 20, 24, 33]),
      customertypecode: random.pick([3, 3, 3, 8, 11]),
      creditonhold: random.below(15) === 0,
      ...(random.below(20) === 0 ? { statecode: 1, statuscode: 2 } : {}),
      ...(contacts > 0 && random.below(5) > 0
        ? { primarycontactid: recordId(seed, 'contact', random.below(contacts)) }
        : {}),
      ...(index > 5 && random.below(6) === 0
        ? { parentaccountid: recordId(seed, 'account', random.below(Math.min(index, 40))) }
        : {}),
    };
  },
  contact: (seed, index, random) => {
    const { first, last } = personName(random);
    const town = place(random);
    const company = customer(seed, random, 'parentcustomerid');
    return {
      contactid: recordId(seed, 'contact', index),
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
      donotemail: random.below(12) === 0,
      ...company,
      accountid: company['parentcustomerid'] ?? null,
    };
  },
  lead: (seed, index, random) => {
    const { first, last } = personName(random);
    return {
      leadid: recordId(seed, 'lead', index),
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
  opportunity: (seed, index, random) => {
    const company = customer(seed, random, 'customerid');
    const state = random.pick([0, 0, 0, 1, 2]);
    return {
      opportunityid: recordId(seed, 'opportunity', index),
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
  incident: (seed, index, random) => ({
    incidentid: recordId(seed, 'incident', index),
    title: complaint(random),
    ticketnumber: `CAS-${String(1_000 + index).padStart(5, '0')}`,
    casetypecode: random.pick([1, 2, 3]),
    caseorigincode: random.pick([1, 2, 3]),
    prioritycode: random.pick([1, 2, 2, 3]),
    ...(random.below(3) === 0 ? { statecode: 1, statuscode: 5 } : {}),
    ...customer(seed, random, 'customerid'),
  }),
  task: (seed, index, random) => ({
    activityid: recordId(seed, 'task', index),
    subject: errand(random),
    scheduledend: generatedTime(random.next()),
    percentcomplete: random.below(5) * 25,
    ...(random.below(3) === 0 ? { statecode: 1, statuscode: 5 } : {}),
    ...customer(seed, random, 'regardingobjectid'),
  }),
  annotation: (seed, index, random) => ({
    annotationid: recordId(seed, 'annotation', index),
    subject: 'Note',
    notetext: `${errand(random)}. ${complaint(random)}.`,
    objecttypecode: 'account',
    ...customer(seed, random, 'objectid'),
  }),
};

/** The rows of one business table, the same for the same seed. */
export function* generateBusinessRows(seed: EnvironmentSeed, table: GeneratedTable): Generator<Row> {
  const random = randomFor(`${seed.organizationId}/${table}`);
  const possible = owners(seed);
  const make = makers[table];
  for (let index = 0; index < counts(seed)[table]; index += 1) {
    yield { ...record(seed, table, index, random.pick(possible), random), ...make(seed, index, random) };
  }
}
