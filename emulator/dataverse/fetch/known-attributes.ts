import type { FetchElement } from './fetch-element.ts';
import { readXml } from './read-xml.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Attributes of each element (Learn: "FetchXML reference", the page of each element, and "FetchXML schema"). */
const attributes: Readonly<Record<string, ReadonlySet<string>>> = {
  fetch: words(
    'aggregate aggregatelimit count datasource distinct latematerialize mapping min-active-row-version no-lock options output-format page paging-cookie returntotalrecordcount savedqueryid top useraworderby utc-offset version',
  ),
  entity: words('name enableprefiltering prefilterparametername'),
  'link-entity': words(
    'name to from alias link-type visible intersect enableprefiltering prefilterparametername',
  ),
  'all-attributes': words(''),
  'no-attrs': words(''),
  attribute: words(
    'name alias aggregate rowaggregate groupby distinct dategrouping usertimezone build addedby',
  ),
  order: words('attribute alias descending entityname sorttype'),
  filter: words(
    'type isquickfindfields hint overridequickfindrecordlimitenabled overridequickfindrecordlimitdisabled',
  ),
  condition: words(
    'attribute column operator value valueof entityname aggregate rowaggregate alias uiname uitype uihidden',
  ),
  value: words('uiname uitype'),
};

/** The first attribute that FetchXML does not have, or null. Those of other namespaces belong to the tools that wrote them. */
export function unknownAttributeIn(
  text: string,
): { readonly element: string; readonly attribute: string } | null {
  const inside = (element: FetchElement): ReturnType<typeof unknownAttributeIn> => {
    const known = attributes[element.name];
    for (const attribute of element.attributes.keys()) {
      if (attribute.includes(':') || attribute === 'xmlns' || known?.has(attribute) !== false) continue;
      return { element: element.name, attribute };
    }
    for (const child of element.children) {
      const found = inside(child);
      if (found !== null) return found;
    }
    return null;
  };
  return inside(readXml(text));
}
