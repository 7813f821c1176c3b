import type { DemoCloudDescription } from '../../../emulator/options.ts';

/** Which side reads all rows of one environment, and from where. */
export type PagingTask = {
  readonly side: 'console' | 'dynamics-web-api' | 'bare';
  readonly cloud: DemoCloudDescription;
  readonly url: string;
  readonly pathUrl: string;
  readonly token: string;
};

export const SET = 'systemusers';
export const COLUMNS = ['fullname', 'domainname', 'internalemailaddress', 'isdisabled', 'accessmode'];
/** Rows of a page, the most that the service sends. */
export const PAGE = 5000;
