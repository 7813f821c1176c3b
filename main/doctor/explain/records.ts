/** A stretch of a text that tells of one thing: between empty lines, or from one time stamp to the next. */
export type TextRecord = { readonly at: number; readonly end: number };

const STAMPED =
  /^[^\dA-Za-z]{0,3}(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}[ ,]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )/;
const HEAD = /^(?:[<>*] )?HTTP\/\d/i;
/** An HTTP header or a line of curl. */
const HEADER = /^(?:[<>*] ?)?[A-Za-z][\w-]{1,60}: /;

const isBlank = (text: string, at: number, end: number): boolean => {
  for (let place = at; place < end; place += 1) {
    const sign = text.charCodeAt(place);
    // `<` and `>` alone are the empty lines of curl.
    if (sign !== 32 && sign !== 9 && sign !== 13 && sign !== 60 && sign !== 62) return false;
  }
  return true;
};

/** Cuts a text into records. A head of HTTP and the body after its empty line are one. */
export const textRecords = (text: string): readonly TextRecord[] => {
  const records: TextRecord[] = [];
  let begun = 0;
  let holds = false;
  let head = false;
  const close = (at: number): void => {
    if (holds) records.push({ at: begun, end: at });
    begun = at;
    holds = false;
    head = false;
  };
  for (let at = 0; at <= text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const start = text.slice(at, Math.min(end, at + 80));
    if (isBlank(text, at, end)) {
      if (head && holds) head = false;
      else close(at);
    } else {
      if (STAMPED.test(start) && holds) close(at);
      if (HEAD.test(start)) {
        if (holds && !HEADER.test(start)) close(at);
        head = true;
      }
      holds = true;
    }
    at = end + 1;
  }
  close(text.length);
  return records;
};
