const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as the content of an element or an attribute. */
export const escapedText = (text: string): string => text.replaceAll(/[&<>"]/g, (it) => escapes[it] ?? it);

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | boolean | number | null>>;

/** An element with its attributes and children, as text. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapedText(String(value))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** An annotation with one constant value. */
export const annotation = (term: string, kind: 'Bool' | 'String', value: string | boolean): string =>
  element('Annotation', { Term: term, [kind]: value });
