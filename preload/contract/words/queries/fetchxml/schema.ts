/** What an attribute may hold. */
export type AttributeKind = 'text' | 'boolean' | 'whole' | 'operator' | readonly string[];

export type ElementRule = {
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  readonly required: readonly string[];
  readonly children: readonly string[];
  /** Children that may stand there only once. */
  readonly once: readonly string[];
};

/** Types of link that stand inside a filter (Microsoft Learn: "link-entity element", filter link types). */
export const FILTER_LINKS = ['any', 'not any', 'all', 'not all'];
/** All of them; without one a link is an inner join. */
export const LINK_TYPES = [
  'inner',
  'outer',
  ...FILTER_LINKS,
  'exists',
  'in',
  'matchfirstrowusingcrossapply',
  'natural',
];

const rule = (
  attributes: ElementRule['attributes'],
  more: Partial<Omit<ElementRule, 'attributes'>> = {},
): ElementRule => ({ attributes, required: [], children: [], once: [], ...more });

const COLUMNS = ['all-attributes', 'no-attrs', 'attribute', 'order', 'filter', 'link-entity'];
const PREFILTER: ElementRule['attributes'] = {
  enableprefiltering: 'boolean',
  prefilterparametername: 'text',
};

/** Elements and attributes of FetchXML (Microsoft Learn: "FetchXML reference" and "FetchXML schema"; the service reads more than the schema says, so both count). */
export const FETCH_SCHEMA: Readonly<Record<string, ElementRule>> = {
  fetch: rule(
    {
      aggregate: 'boolean',
      aggregatelimit: 'whole',
      count: 'whole',
      datasource: ['archive', 'retained', 'live'],
      distinct: 'boolean',
      latematerialize: 'boolean',
      mapping: ['logical', 'internal'],
      'min-active-row-version': 'boolean',
      'no-lock': 'boolean',
      options: 'text',
      'output-format': ['xml-ado', 'xml-auto', 'xml-elements', 'xml-raw', 'xml-platform'],
      page: 'whole',
      'paging-cookie': 'text',
      returntotalrecordcount: 'boolean',
      savedqueryid: 'text',
      top: 'whole',
      useraworderby: 'boolean',
      'utc-offset': 'whole',
      version: 'text',
    },
    { children: ['entity', 'order'], once: ['entity', 'order'] },
  ),
  entity: rule(
    { name: 'text', ...PREFILTER },
    { required: ['name'], children: COLUMNS, once: ['all-attributes'] },
  ),
  'link-entity': rule(
    {
      name: 'text',
      to: 'text',
      from: 'text',
      alias: 'text',
      'link-type': LINK_TYPES,
      visible: 'boolean',
      intersect: 'boolean',
      ...PREFILTER,
    },
    { required: ['name'], children: COLUMNS, once: ['all-attributes'] },
  ),
  'all-attributes': rule({}),
  'no-attrs': rule({}),
  attribute: rule(
    {
      name: 'text',
      alias: 'text',
      aggregate: ['count', 'countcolumn', 'sum', 'avg', 'min', 'max'],
      rowaggregate: ['countchildren', 'CountChildren'],
      groupby: 'boolean',
      distinct: 'boolean',
      dategrouping: ['day', 'week', 'month', 'quarter', 'year', 'fiscal-period', 'fiscal-year'],
      usertimezone: 'boolean',
      build: 'text',
      addedby: 'text',
    },
    { required: ['name'] },
  ),
  order: rule({ attribute: 'text', alias: 'text', descending: 'boolean', entityname: 'text' }),
  filter: rule(
    {
      type: ['and', 'or'],
      isquickfindfields: 'boolean',
      overridequickfindrecordlimitenabled: 'boolean',
      overridequickfindrecordlimitdisabled: 'boolean',
      hint: ['union'],
    },
    { children: ['condition', 'filter', 'link-entity'] },
  ),
  condition: rule(
    {
      attribute: 'text',
      column: 'text',
      operator: 'operator',
      value: 'text',
      valueof: 'text',
      entityname: 'text',
      aggregate: ['count', 'countcolumn', 'sum', 'avg', 'min', 'max'],
      rowaggregate: ['countchildren', 'CountChildren'],
      alias: 'text',
      uiname: 'text',
      uitype: 'text',
      uihidden: 'boolean',
    },
    { required: ['operator'], children: ['value'] },
  ),
  value: rule({ uiname: 'text', uitype: 'text' }),
};

/** Rows that `top` may ask for (Microsoft Learn: "fetch element"). */
export const MOST_ROWS = 5000;
/** Conditions and links of one query (Microsoft Learn: "Filter rows using FetchXml", "Join tables using FetchXml": limitations). */
export const MOST_CONDITIONS = 500;
export const MOST_LINKS = 15;
