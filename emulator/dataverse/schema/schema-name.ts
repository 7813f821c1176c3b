import type { Column } from './column.ts';
import type { Table } from './table.ts';
import { words } from './words.ts';

/** Schema names that are spelled in a way of their own (Learn: table references). */
const spelled = new Map(
  'WebSiteURL FtpSiteURL EntityImage_URL'.split(' ').map((it) => [it.toLowerCase(), it]),
);

const capitals: Readonly<Record<string, string>> = {
  dmt: 'DMT',
  iso: 'ISO',
  kpi: 'KPI',
  mm: 'MM',
  sic: 'SIC',
  sla: 'SLA',
  ups: 'UPS',
  utc: 'UTC',
};

/** Short words that stand in many names; other short ones are rather a part of a longer word. */
const usual = new Set(['id', 'on', 'by', 'is', 'to', 'of', 'in', 'or']);

const longest = Math.max(...[...words].map((it) => it.length));

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** What a word costs; nothing where it is none. */
function costOf(part: string): number | null {
  if (words.has(part)) return part.length > 2 || usual.has(part) ? 2 : 5;
  return isNumber(part) ? 2 : null;
}

/** The fewest words that a text is made of, or null. */
function wordsIn(text: string): readonly string[] | null {
  const costs: (number | null)[] = [0];
  const starts: number[] = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let least: number | null = null;
    let from = 0;
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = costs[start] ?? null;
      const own = before === null ? null : costOf(text.slice(start, end));
      if (before === null || own === null) continue;
      if (least === null || before + own < least) {
        least = before + own;
        from = start;
      }
    }
    costs.push(least);
    starts.push(from);
  }
  if (costs[text.length] === null) return null;
  const parts: string[] = [];
  for (let end = text.length; end > 0; end = starts[end] ?? 0) parts.unshift(text.slice(starts[end], end));
  return parts;
}

const capital = (word: string): string => capitals[word] ?? word.charAt(0).toUpperCase() + word.slice(1);

const known = new Map<string, readonly (readonly string[])[] | null>();

/** The words of a name, in what its underscores part; null where a word is not known. */
function partsOf(name: string): readonly (readonly string[])[] | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = name.split('_').map(wordsIn);
  const made = found.every((it) => it !== null) ? found : null;
  known.set(name, made);
  return made;
}

/** `EMail` in what somebody is reached by, `Email` in all else (Learn: account and systemuser table references). */
const withMail = (name: string): string =>
  /^(?:DoNot.*Email|.*EmailAddress\d?|MobileAlertEmail)$/.test(name) ? name.replace('Email', 'EMail') : name;

/** The schema name of a column, as far as its words are known; names of publishers are as somebody wrote them. */
export function columnSchemaName(table: Pick<Table, 'primaryId' | 'schemaName'>, name: string): string {
  if (name === table.primaryId) return `${table.schemaName}Id`;
  if (/^(?:ctso|msdyn)_/.test(name)) return name;
  const written = spelled.get(name);
  if (written !== undefined) return written;
  const parts = partsOf(name);
  if (parts === null) return capital(name);
  return withMail(parts.map((part) => part.map(capital).join('')).join('_'));
}

/** Labels that are not made of the words of the name, of one table or of all (Learn: table references, DisplayName). */
const labels: Readonly<Record<string, string>> = {
  'account.accountcategorycode': 'Category',
  'account.customertypecode': 'Relationship Type',
  'account.marketcap': 'Market Capitalization',
  'account.name': 'Account Name',
  'account.revenue': 'Annual Revenue',
  'account.telephone1': 'Main Phone',
  'contact.parentcustomerid': 'Company Name',
  'contact.telephone1': 'Business Phone',
  'incident.ticketnumber': 'Case Number',
  'incident.title': 'Case Title',
  'lead.subject': 'Topic',
  'lead.telephone1': 'Business Phone',
  'opportunity.customerid': 'Potential Customer',
  'opportunity.estimatedclosedate': 'Est. Close Date',
  'opportunity.estimatedvalue': 'Est. Revenue',
  'opportunity.name': 'Topic',
  'opportunity.parentaccountid': 'Account',
  'opportunity.parentcontactid': 'Contact',
  'systemuser.domainname': 'User Name',
  'systemuser.internalemailaddress': 'Primary Email',
  'systemuser.isdisabled': 'Status',
  'systemuser.parentsystemuserid': 'Manager',
  'team.name': 'Team Name',
  createdonbehalfby: 'Created By (Delegate)',
  emailaddress1: 'Email',
  emailaddress2: 'Email Address 2',
  emailaddress3: 'Email Address 3',
  modifiedonbehalfby: 'Modified By (Delegate)',
  numberofemployees: 'Number of Employees',
  overriddencreatedon: 'Record Created On',
  sic: 'SIC Code',
  statecode: 'Status',
  statuscode: 'Status Reason',
  transactioncurrencyid: 'Currency',
  websiteurl: 'Website',
};

const addressLabels: Readonly<Record<string, string>> = {
  addressid: 'ID',
  addresstypecode: 'Address Type',
  country: 'Country/Region',
  freighttermscode: 'Freight Terms',
  line1: 'Street 1',
  line2: 'Street 2',
  line3: 'Street 3',
  postalcode: 'ZIP/Postal Code',
  shippingmethodcode: 'Shipping Method',
  stateorprovince: 'State/Province',
  telephone1: 'Telephone 1',
  telephone2: 'Telephone 2',
  telephone3: 'Telephone 3',
};

const spaced = (name: string): string | null => {
  const parts = partsOf(name);
  return parts === null ? null : parts.map((part) => part.map(capital).join(' ')).join(' ');
};

/** The label of a column that has none of its own: that of the service where it follows a pattern, otherwise the words of the name. */
export function columnLabel(
  table: Pick<Table, 'displayName' | 'logicalName' | 'primaryId'>,
  column: Column,
): string {
  const { name, type } = column;
  if (name === table.primaryId) return table.displayName;
  const own = labels[`${table.logicalName}.${name}`] ?? labels[name];
  if (own !== undefined) return own;
  const [, number, part = ''] = /^address(\d)_(\w+)$/.exec(name) ?? [];
  if (number !== undefined)
    return part === 'composite'
      ? `Address ${number}`
      : `Address ${number}: ${addressLabels[part] ?? spaced(part) ?? part}`;
  if (name.endsWith('_base')) return `${columnLabel(table, { ...column, name: name.slice(0, -5) })} (Base)`;
  const text = spaced(name.replace(/^(?:ctso|msdyn)_/, ''));
  if (text === null) return name;
  if (type === 'lookup' || type === 'guid') return text.replace(/ Id$/, '');
  return type === 'choice' ? text.replace(/ Code$/, '') : text;
}
