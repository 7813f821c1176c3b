/** What will be sent for the text in the editor, and what a person should know about it. */
export type QueryText = {
  /** Path and query below the Web API root, on one line; empty when nothing is to be sent. */
  readonly odata: string;
  readonly notes: readonly QueryNote[];
};

export type QueryNote =
  /** The text named a host; the query runs in the chosen environments instead. */
  | { readonly kind: 'host-dropped'; readonly host: string }
  /** The Web API refuses `$skip` (Microsoft Learn: page results). */
  | { readonly kind: 'skip-unsupported' }
  /** Only GET is run here. */
  | { readonly kind: 'method-refused'; readonly method: string }
  /** Every column is read without `$select`. */
  | { readonly kind: 'select-missing' };

const API_ROOT = /^\/?api\/data\/v\d+(?:\.\d+)?\//i;

// A break before & , ) or after ? & , ( = is only layout; any other stood for a space.
const oneLine = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .reduce(
      (whole, line) =>
        whole === '' || /^[?&,)]/.test(line) || /[?&,(=]$/.test(whole) ? whole + line : `${whole} ${line}`,
      '',
    );

/** Reads what was typed or pasted: a path, `GET …`, or a whole Web API address, over one line or several. */
export const readQueryText = (text: string): QueryText => {
  const notes: QueryNote[] = [];
  let rest = oneLine(text);
  const method = /^(GET|POST|PATCH|PUT|DELETE)\s+/.exec(rest);
  if (method !== null) {
    const [whole, name = ''] = method;
    if (name !== 'GET') return { odata: '', notes: [{ kind: 'method-refused', method: name }] };
    rest = rest.slice(whole.length);
  }
  const address = /^https?:\/\/([^/?#\s]+)(.*)$/i.exec(rest);
  if (address !== null) {
    notes.push({ kind: 'host-dropped', host: address[1] ?? '' });
    rest = address[2] ?? '';
  }
  const odata = rest
    // As Microsoft Learn writes it.
    .replace(/^\[Organization URI\]/i, '')
    .replace(API_ROOT, '')
    .replace(/^\/+/, '')
    .replace(/^([^?]*[^?/])\/(?=\?|$)/, '$1')
    .trim();
  if (/[?&]\$skip=/i.test(odata)) notes.push({ kind: 'skip-unsupported' });
  const [path = ''] = odata.split('?');
  const isTable = /^[a-z_]\w*$/i.test(path) && path === path.toLowerCase();
  if (isTable && !/[?&]\$(select|apply)=/i.test(odata)) notes.push({ kind: 'select-missing' });
  return { odata, notes };
};
