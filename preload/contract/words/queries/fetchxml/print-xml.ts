import type { XmlElement, XmlNode } from './xml.ts';

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"\n\r\t]/g, (character) =>
    character === '&'
      ? '&amp;'
      : character === '<'
        ? '&lt;'
        : character === '>'
          ? '&gt;'
          : character === '"'
            ? '&quot;'
            : `&#${character.charCodeAt(0)};`,
  );

const escapedText = (text: string): string =>
  text.replaceAll(/[&<>]/g, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;',
  );

const startTag = ({ attributes, name }: XmlElement): string =>
  `<${[name, ...attributes.map((one) => `${one.name}="${escaped(one.value)}"`)].join(' ')}`;

const printNode = (node: XmlNode, indent: string): string => {
  switch (node.kind) {
    case 'comment':
      return `${indent}<!--${node.text}-->`;
    case 'text':
      return node.text.trim() === '' ? '' : `${indent}${escapedText(node.text.trim())}`;
    case 'element': {
      const { children } = node;
      if (children.length === 0) return `${indent}${startTag(node)} />`;
      // A value is what stands between its tags, so nothing may be put there.
      if (children.every(({ kind }) => kind === 'text')) {
        const text = children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
        return `${indent}${startTag(node)}>${escapedText(text)}</${node.name}>`;
      }
      const inner = children.map((child) => printNode(child, `${indent}  `)).filter((line) => line !== '');
      return [`${indent}${startTag(node)}>`, ...inner, `${indent}</${node.name}>`].join('\n');
    }
  }
};

/** An element over several lines, indented by two; comments stay. */
export const printXml = (element: XmlElement): string => printNode(element, '');
