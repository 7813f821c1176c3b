import type { Navigation } from './table.ts';

/** A relationship of two tables over a third one, which holds nothing but their ids. */
export type ManyToMany = {
  /** Name of the relationship, and of its collection on both sides. */
  readonly name: string;
  readonly through: string;
  readonly schemaName: string;
  readonly entitySet: string;
  readonly primaryId: string;
  readonly objectTypeCode: number;
  readonly sides: readonly [string, string];
};

const between = (
  sides: readonly [string, string],
  schemaName: string,
  primaryId: string,
  objectTypeCode: number,
  more: Partial<ManyToMany> = {},
): ManyToMany => {
  const through = schemaName.toLowerCase();
  return {
    name: `${through}_association`,
    through,
    schemaName,
    entitySet: `${through}collection`,
    primaryId,
    objectTypeCode,
    sides,
    ...more,
  };
};

/** Those of sales and service (seen in a `$metadata` document of the real service; those of security have rules of their own). */
export const manyToMany: readonly ManyToMany[] = [
  between(['account', 'lead'], 'AccountLeads', 'accountleadid', 16),
  between(['contact', 'invoice'], 'ContactInvoices', 'contactinvoiceid', 17),
  between(['contact', 'quote'], 'ContactQuotes', 'contactquoteid', 18),
  between(['contact', 'salesorder'], 'ContactOrders', 'contactorderid', 19),
  between(['contact', 'contract'], 'ServiceContractContacts', 'servicecontractcontactid', 20),
  between(['contact', 'lead'], 'ContactLeads', 'contactleadid', 22),
  between(['lead', 'competitor'], 'LeadCompetitors', 'leadcompetitorid', 24),
  between(['opportunity', 'competitor'], 'OpportunityCompetitors', 'opportunitycompetitorid', 25),
  between(['lead', 'product'], 'LeadProduct', 'leadproductid', 27, { entitySet: 'leadproducts' }),
  between(['competitor', 'product'], 'CompetitorProduct', 'competitorproductid', 1006, {
    entitySet: 'competitorproducts',
  }),
  between(['entitlement', 'product'], 'EntitlementProducts', 'entitlementproductid', 6363, {
    name: 'product_entitlement_association',
  }),
  between(['entitlement', 'contact'], 'EntitlementContacts', 'entitlementcontactid', 7272),
  between(
    ['knowledgearticle', 'category'],
    'KnowledgeArticlesCategories',
    'knowledgearticlecategoryid',
    9960,
    { name: 'knowledgearticle_category', entitySet: 'knowledgearticlecategories' },
  ),
];

/** The collections that a table has by them. */
export const associationsOf = (table: string): readonly Navigation[] =>
  manyToMany.flatMap(({ name, sides: [first, second], through }): readonly Navigation[] => {
    const other = table === first ? second : table === second ? first : null;
    return other === null
      ? []
      : [{ kind: 'intersect', name, target: other, through, near: `${table}id`, far: `${other}id` }];
  });
