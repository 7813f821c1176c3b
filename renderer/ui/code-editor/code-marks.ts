/** A stretch of the text with what is to be known about it. */
export type CodeMark = {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
};

/** What can be put in. */
export type CodeOption = {
  readonly label: string;
  /** Beside the label: what it is. */
  readonly detail: string;
  /** What is put in, where it is more than the label. */
  readonly insert?: string;
  readonly kind: 'table' | 'column' | 'navigation' | 'function' | 'keyword' | 'value';
};

/** Options that take the place of what stands between `from` and the cursor. */
export type CodeCompletion = { readonly from: number; readonly options: readonly CodeOption[] };

/** What is told of a stretch under the pointer. */
export type CodeHint = {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly lines: readonly string[];
};

/** What a language knows about a text; asked again and again, so it must be quick. */
export type CodeKnowledge = {
  readonly marks: (text: string) => readonly CodeMark[];
  readonly complete: (text: string, at: number) => CodeCompletion | null;
  readonly hint: (text: string, at: number) => CodeHint | null;
};
