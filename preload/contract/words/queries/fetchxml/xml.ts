import type { Span } from '../query-fault.ts';

export type XmlAttribute = Span & {
  readonly name: string;
  /** With references read. */
  readonly value: string;
  /** What stands between the quotes. */
  readonly valueSpan: Span;
};

export type XmlElement = Span & {
  readonly kind: 'element';
  readonly name: string;
  /** The name in the start tag. */
  readonly nameSpan: Span;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
};

export type XmlNode =
  | XmlElement
  | (Span & { readonly kind: 'text'; readonly text: string })
  | (Span & { readonly kind: 'comment'; readonly text: string });

/** The value of an attribute, or null where it is not there. */
export const attributeOf = (element: XmlElement, name: string): string | null =>
  element.attributes.find((one) => one.name === name)?.value ?? null;

/** Child elements, all or those of a name. */
export const elementsOf = (element: XmlElement, name?: string): readonly XmlElement[] =>
  element.children.flatMap((node) =>
    node.kind === 'element' && (name === undefined || node.name === name) ? [node] : [],
  );

/** The text of an element, without the space around it. */
export const textOf = (element: XmlElement): string =>
  element.children
    .map((node) => (node.kind === 'text' ? node.text : ''))
    .join('')
    .trim();

const NOWHERE: Span = { from: 0, to: 0 };

/** An element that no text has; attributes without a value are left out. */
export const newElement = (
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  children: readonly XmlNode[] = [],
): XmlElement => ({
  kind: 'element',
  name,
  nameSpan: NOWHERE,
  attributes: Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value, valueSpan: NOWHERE, ...NOWHERE }],
  ),
  children,
  ...NOWHERE,
});

/** Text inside an element that no text has. */
export const newText = (text: string): XmlNode => ({ kind: 'text', text, ...NOWHERE });
