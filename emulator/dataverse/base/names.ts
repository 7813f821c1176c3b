import type { Random } from './random.ts';

const firstNames = (
  'Aaliyah Aiko Alejandro Amara Anders Anika Benoit Bronagh Camila Chidi Clara Dagny Darius Devika Elif ' +
  'Emeka Esther Farid Fiona Gita Goran Hana Henrik Ida Ilse Imani Ivo Jasmin Joaquin Jonas Kateryna ' +
  'Keisha Kofi Lars Leila Linh Luca Mads Maren Mateo Mei Milan Nadia Nia Niklas Noor Oksana Olu Paulina ' +
  'Petra Priya Quentin Rafael Ravi Rosalind Sanne Selma Sione Stellan Tamsin Tariq Thandi Tomas Uma ' +
  'Valentina Viggo Wanda Xavier Yara Yusuf Zofia'
).split(' ');

const lastNames = (
  'Abara Achterberg Almeida Andersson Aoki Bakker Baranski Bergmann Blanchet Boateng Brandvold Calloway ' +
  'Castellano Chaudhry Cordova Dahlberg Delacroix Dimitrov Ekwueme Eriksen Farrow Ferreira Fontaine ' +
  'Galvez Grimaldi Haugen Hoekstra Ibarra Imai Jankowski Kamau Kapoor Kessler Kovacs Lindqvist Lombardi ' +
  'Maalouf Marchetti Mbeki Meyerhold Nakagawa Novotny Nwosu Okafor Olofsson Palmgren Petrov Quiroga ' +
  'Rasmussen Reinholt Sandoval Schreiber Shimizu Silveira Soderberg Takeda Thorne Ueda Vandermeer ' +
  'Vasquez Weatherby Wolanski Yamato Zeller Zielinski'
).split(' ');

const companyStems = (
  'Alder | Amberline | Anchor | Ashgrove | Bluewater | Brightwell | Calder | Cedar Point | Clearbrook | ' +
  'Cobalt | Copperfield | Corvid | Eastgate | Elmwood | Evergreen | Fairhaven | Falcon Ridge | Firth | ' +
  'Granite | Greenmoor | Harborlight | Hawthorn | Highfield | Ironbridge | Juniper | Kestrel | Kingsway ' +
  '| Larkspur | Lighthouse | Maple Leaf | Meridian | Northwind Bay | Oakhaven | Orchard | Pinecrest | ' +
  'Quarry Hill | Redstone | Ridgeway | Riverbend | Saffron | Silverlake | Southport | Starling | ' +
  'Stonegate | Summit | Tern Island | Thistle | Tidewater | Valley Forge | Westbrook | Willow Run | ' +
  'Windmill | Winterbourne | Wren'
).split(' | ');

const companyKinds = (
  'Logistics Foods Engineering Textiles Optics Health Interiors Robotics Packaging Energy Instruments ' +
  'Printing Outdoor Cycles Ceramics Freight Consulting Laboratories Timber Audio Insurance Hotels ' +
  'Marine Plastics'
).split(' ');

const companyForms = ['Ltd', 'GmbH', 'Inc.', 'AB', 'B.V.', 'S.A.', 'Group', 'plc', 'Oy', 'LLC'] as const;

const places = (
  'Rotterdam/Netherlands/31 | Hamburg/Germany/49 | Gothenburg/Sweden/46 | Lyon/France/33 | ' +
  'Bristol/United Kingdom/44 | Cork/Ireland/353 | Porto/Portugal/351 | Turin/Italy/39 | Graz/Austria/43 ' +
  '| Ghent/Belgium/32 | Aarhus/Denmark/45 | Bergen/Norway/47 | Tampere/Finland/358 | Brno/Czechia/420 | ' +
  'Gdansk/Poland/48 | Portland/United States/1 | Milwaukee/United States/1 | Halifax/Canada/1 | ' +
  'Wellington/New Zealand/64 | Fukuoka/Japan/81'
).split(' | ');

const streets = (
  'Harbour Street | Mill Lane | Station Road | Canal Quay | Foundry Row | Market Square | Orchard ' +
  'Avenue | Bridge Street | Granary Wharf | Observatory Hill | Weaver Yard | Lighthouse Walk | North ' +
  'Gate | Tannery Close | Garden Terrace'
).split(' | ');

const titles = (
  'Purchasing Manager | Owner | Operations Director | Sales Lead | Accounts Payable Clerk | IT Manager ' +
  '| Warehouse Supervisor | Product Manager | Office Manager | Finance Director | Service Coordinator | ' +
  'Procurement Specialist | Plant Engineer | Marketing Lead | Head of Logistics'
).split(' | ');

const demands = (
  'Annual service contract | Warehouse automation | Fleet renewal | Spare parts framework | Pilot ' +
  'installation | Store refurbishment | Scanner roll-out | Packaging line | Training package | ' +
  'Maintenance extension | Regional expansion | Replacement order'
).split(' | ');

const complaints = (
  'Delivery arrived incomplete | Invoice shows the wrong address | Device does not start after update | ' +
  'Request for a replacement part | Login to the portal fails | Damaged packaging on arrival | Question ' +
  'about warranty | Change of delivery date | Noise during operation | Missing certificate of origin'
).split(' | ');

const errands = (
  'Call back about the quotation | Send updated price list | Prepare site visit | Check credit limit | ' +
  'Confirm delivery window | Collect signed contract | Follow up after the trade fair | Review open ' +
  'cases | Book the training room | Update contact details'
).split(' | ');

/** A person's first and last name. */
export const personName = (random: Random): { readonly first: string; readonly last: string } => ({
  first: random.pick(firstNames),
  last: random.pick(lastNames),
});

/** A company's name. */
export const companyName = (random: Random): string =>
  `${random.pick(companyStems)} ${random.pick(companyKinds)} ${random.pick(companyForms)}`;

/** A town with its country and the country's dialling code. */
export function place(random: Random): {
  readonly city: string;
  readonly country: string;
  readonly code: string;
} {
  const [city = '', country = '', code = ''] = random.pick(places).split('/');
  return { city, country, code };
}

/** A street address line. */
export const street = (random: Random): string => `${1 + random.below(180)} ${random.pick(streets)}`;

/** A telephone number that nobody has: the subscriber part starts with 555. */
export const phone = (random: Random, code: string): string =>
  `+${code} 555 ${String(random.below(10_000)).padStart(4, '0')}`;

/** A job title. */
export const jobTitle = (random: Random): string => random.pick(titles);

/** What an opportunity is about. */
export const demand = (random: Random): string => random.pick(demands);

/** What a case is about. */
export const complaint = (random: Random): string => random.pick(complaints);

/** What a task is about. */
export const errand = (random: Random): string => random.pick(errands);

/** A name as it appears in mail addresses and host names: lower-case ASCII letters and digits only. */
export const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');
