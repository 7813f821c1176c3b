/** Where pages are replayed: below `origin/key/<host>`, as the demo cloud has them. */
export type Replayed = {
  readonly origin: string;
  readonly key: string;
  /** The environment's canonical address, which the console's client asks. */
  readonly url: string;
  /** The same over plain HTTP, for the others. */
  readonly pathUrl: string;
};

/** Which side reads all rows of one environment, and from where. */
export type PagingTask = {
  /** Pages that are read before it counts: what is done for every row is compiled then, as in a console that was opened a while ago. */
  readonly before: number;
  readonly side: 'console' | 'stream' | 'dynamics-web-api' | 'bare' | 'bare loop that keeps its rows';
  readonly from: Replayed;
};

/** What is recorded, and from where. */
export type RecordTask = { readonly url: string; readonly pathUrl: string; readonly token: string };

export const SET = 'systemusers';
export const COLUMNS = [
  'fullname',
  'domainname',
  'internalemailaddress',
  'isdisabled',
  'accessmode',
  'jobtitle',
  'createdon',
  'modifiedon',
  'azureactivedirectoryobjectid',
  '_businessunitid_value',
];
/** Rows of a page, the most that the service sends. */
export const PAGE = 5000;
export const PAGES = 20;
/** Headers that ask for pages as the console does. */
export const ASKED = {
  accept: 'application/json',
  prefer: `odata.maxpagesize=${PAGE},odata.include-annotations="*"`,
};
