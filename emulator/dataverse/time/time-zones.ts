import { localTime } from './zone.ts';

/** A time zone of Dataverse: its number, its name in Windows, the zone that it is elsewhere, and the cities that name it for people. */
export type TimeZone = {
  readonly code: number;
  readonly standardName: string;
  readonly zone: string;
  readonly cities: string;
};

/**
 * Numbers and names as clients of the real service have them (Learn: "Time Zone tables" tells no list); the zones are those of Unicode's
 * `windowsZones`. Names for people are those of Windows.
 */
const text = `
0|Dateline Standard Time|Etc/GMT+12|International Date Line West
1|Samoa Standard Time|Pacific/Apia|Samoa
2|Hawaiian Standard Time|Pacific/Honolulu|Hawaii
3|Alaskan Standard Time|America/Anchorage|Alaska
4|Pacific Standard Time|America/Los_Angeles|Pacific Time (US & Canada)
5|Pacific Standard Time (Mexico)|America/Tijuana|Baja California
6|UTC-11|Etc/GMT+11|Coordinated Universal Time-11
10|Mountain Standard Time|America/Denver|Mountain Time (US & Canada)
12|Mountain Standard Time (Mexico)|America/Mazatlan|Chihuahua, La Paz, Mazatlan
15|US Mountain Standard Time|America/Phoenix|Arizona
20|Central Standard Time|America/Chicago|Central Time (US & Canada)
25|Canada Central Standard Time|America/Regina|Saskatchewan
29|Central Standard Time (Mexico)|America/Mexico_City|Guadalajara, Mexico City, Monterrey
33|Central America Standard Time|America/Guatemala|Central America
34|Easter Island Standard Time|Pacific/Easter|Easter Island
35|Eastern Standard Time|America/New_York|Eastern Time (US & Canada)
40|US Eastern Standard Time|America/Indianapolis|Indiana (East)
43|Haiti Standard Time|America/Port-au-Prince|Haiti
44|Cuba Standard Time|America/Havana|Havana
45|SA Pacific Standard Time|America/Bogota|Bogota, Lima, Quito
47|Venezuela Standard Time|America/Caracas|Caracas
50|Atlantic Standard Time|America/Halifax|Atlantic Time (Canada)
51|Turks And Caicos Standard Time|America/Grand_Turk|Turks and Caicos
55|SA Western Standard Time|America/La_Paz|Georgetown, La Paz, Manaus, San Juan
56|Pacific SA Standard Time|America/Santiago|Santiago
58|Central Brazilian Standard Time|America/Cuiaba|Cuiaba
59|Paraguay Standard Time|America/Asuncion|Asuncion
60|Newfoundland Standard Time|America/St_Johns|Newfoundland
65|E. South America Standard Time|America/Sao_Paulo|Brasilia
69|Argentina Standard Time|America/Buenos_Aires|Buenos Aires
70|SA Eastern Standard Time|America/Cayenne|Cayenne, Fortaleza
71|Bahia Standard Time|America/Bahia|Salvador
72|Saint Pierre Standard Time|America/Miquelon|Saint Pierre and Miquelon
73|Greenland Standard Time|America/Godthab|Greenland
74|Montevideo Standard Time|America/Montevideo|Montevideo
76|UTC-02|Etc/GMT+2|Coordinated Universal Time-02
77|Tocantins Standard Time|America/Araguaina|Araguaina
80|Azores Standard Time|Atlantic/Azores|Azores
83|Cape Verde Standard Time|Atlantic/Cape_Verde|Cabo Verde Is.
84|Morocco Standard Time|Africa/Casablanca|Casablanca
85|GMT Standard Time|Europe/London|Dublin, Edinburgh, Lisbon, London
90|Greenwich Standard Time|Atlantic/Reykjavik|Monrovia, Reykjavik
92|UTC|UTC|Coordinated Universal Time
95|Central Europe Standard Time|Europe/Budapest|Belgrade, Bratislava, Budapest, Ljubljana, Prague
100|Central European Standard Time|Europe/Warsaw|Sarajevo, Skopje, Warsaw, Zagreb
105|Romance Standard Time|Europe/Paris|Brussels, Copenhagen, Madrid, Paris
110|W. Europe Standard Time|Europe/Berlin|Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna
113|W. Central Africa Standard Time|Africa/Lagos|West Central Africa
115|E. Europe Standard Time|Europe/Chisinau|Chisinau
120|Egypt Standard Time|Africa/Cairo|Cairo
125|FLE Standard Time|Europe/Kiev|Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius
129|Jordan Standard Time|Asia/Amman|Amman
130|GTB Standard Time|Europe/Bucharest|Athens, Bucharest
131|Middle East Standard Time|Asia/Beirut|Beirut
133|Syria Standard Time|Asia/Damascus|Damascus
134|Turkey Standard Time|Europe/Istanbul|Istanbul
135|Jerusalem Standard Time|Asia/Jerusalem|Jerusalem
140|South Africa Standard Time|Africa/Johannesburg|Harare, Pretoria
141|Namibia Standard Time|Africa/Windhoek|Windhoek
142|West Bank Gaza Standard Time|Asia/Hebron|Gaza, Hebron
145|Russian Standard Time|Europe/Moscow|Moscow, St. Petersburg
150|Arab Standard Time|Asia/Riyadh|Kuwait, Riyadh
151|Belarus Standard Time|Europe/Minsk|Minsk
155|E. Africa Standard Time|Africa/Nairobi|Nairobi
158|Arabic Standard Time|Asia/Baghdad|Baghdad
159|Kaliningrad Standard Time|Europe/Kaliningrad|Kaliningrad
160|Iran Standard Time|Asia/Tehran|Tehran
165|Arabian Standard Time|Asia/Dubai|Abu Dhabi, Muscat
169|Azerbaijan Standard Time|Asia/Baku|Baku
170|Caucasus Standard Time|Asia/Yerevan|Yerevan
172|Mauritius Standard Time|Indian/Mauritius|Port Louis
173|Georgian Standard Time|Asia/Tbilisi|Tbilisi
174|Russia Time Zone 3|Europe/Samara|Izhevsk, Samara
175|Afghanistan Standard Time|Asia/Kabul|Kabul
176|Astrakhan Standard Time|Europe/Astrakhan|Astrakhan, Ulyanovsk
180|Ekaterinburg Standard Time|Asia/Yekaterinburg|Ekaterinburg
184|Pakistan Standard Time|Asia/Karachi|Islamabad, Karachi
185|West Asia Standard Time|Asia/Tashkent|Ashgabat, Tashkent
190|India Standard Time|Asia/Calcutta|Chennai, Kolkata, Mumbai, New Delhi
193|Nepal Standard Time|Asia/Katmandu|Kathmandu
195|Central Asia Standard Time|Asia/Bishkek|Astana
196|Bangladesh Standard Time|Asia/Dhaka|Dhaka
197|Omsk Standard Time|Asia/Omsk|Omsk
200|Sri Lanka Standard Time|Asia/Colombo|Sri Jayawardenepura
201|N. Central Asia Standard Time|Asia/Novosibirsk|Novosibirsk
203|Myanmar Standard Time|Asia/Rangoon|Yangon (Rangoon)
205|SE Asia Standard Time|Asia/Bangkok|Bangkok, Hanoi, Jakarta
207|North Asia Standard Time|Asia/Krasnoyarsk|Krasnoyarsk
208|Altai Standard Time|Asia/Barnaul|Barnaul, Gorno-Altaysk
209|W. Mongolia Standard Time|Asia/Hovd|Hovd
210|China Standard Time|Asia/Shanghai|Beijing, Chongqing, Hong Kong, Urumqi
211|Tomsk Standard Time|Asia/Tomsk|Tomsk
215|Singapore Standard Time|Asia/Singapore|Kuala Lumpur, Singapore
220|Taipei Standard Time|Asia/Taipei|Taipei
225|W. Australia Standard Time|Australia/Perth|Perth
227|North Asia East Standard Time|Asia/Irkutsk|Irkutsk
228|Ulaanbaatar Standard Time|Asia/Ulaanbaatar|Ulaanbaatar
229|North Korea Standard Time|Asia/Pyongyang|Pyongyang
230|Korea Standard Time|Asia/Seoul|Seoul
231|Aus Central W. Standard Time|Australia/Eucla|Eucla
235|Tokyo Standard Time|Asia/Tokyo|Osaka, Sapporo, Tokyo
240|Yakutsk Standard Time|Asia/Yakutsk|Yakutsk
241|Transbaikal Standard Time|Asia/Chita|Chita
245|AUS Central Standard Time|Australia/Darwin|Darwin
250|Cen. Australia Standard Time|Australia/Adelaide|Adelaide
255|AUS Eastern Standard Time|Australia/Sydney|Canberra, Melbourne, Sydney
260|E. Australia Standard Time|Australia/Brisbane|Brisbane
265|Tasmania Standard Time|Australia/Hobart|Hobart
270|Vladivostok Standard Time|Asia/Vladivostok|Vladivostok
274|Lord Howe Standard Time|Australia/Lord_Howe|Lord Howe Island
275|West Pacific Standard Time|Pacific/Port_Moresby|Guam, Port Moresby
276|Bougainville Standard Time|Pacific/Bougainville|Bougainville Island
277|Norfolk Standard Time|Pacific/Norfolk|Norfolk Island
278|Sakhalin Standard Time|Asia/Sakhalin|Sakhalin
279|Russia Time Zone 10|Asia/Srednekolymsk|Chokurdakh
280|Central Pacific Standard Time|Pacific/Guadalcanal|Solomon Is., New Caledonia
281|Magadan Standard Time|Asia/Magadan|Magadan
284|UTC+12|Etc/GMT-12|Coordinated Universal Time+12
285|Fiji Standard Time|Pacific/Fiji|Fiji
290|New Zealand Standard Time|Pacific/Auckland|Auckland, Wellington
295|Russia Time Zone 11|Asia/Kamchatka|Anadyr, Petropavlovsk-Kamchatsky
299|Chatham Islands Standard Time|Pacific/Chatham|Chatham Islands
300|Tonga Standard Time|Pacific/Tongatapu|Nuku'alofa
301|Eastern Standard Time (Mexico)|America/Cancun|Chetumal
302|Sudan Standard Time|Africa/Khartoum|Khartoum`;

export const timeZones: readonly TimeZone[] = text
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', standardName = '', zone = '', cities = ''] = line.split('|');
    return { code: Number(code), standardName, zone, cities };
  });

/** The zone that users have who have set none. */
const coordinated = 92;

const byCode = new Map(timeZones.map((it) => [it.code, it]));
export const timeZoneOf = (code: number): TimeZone | null => byCode.get(code) ?? null;

/** The number of a zone by its name elsewhere; that of UTC where the service has none. */
export const codeOfZone = (zone: string): number =>
  timeZones.find((it) => it.zone === zone)?.code ?? coordinated;

const minutesAhead = (zone: string, month: number): number => {
  const time = Date.UTC(2024, month, 1, 12);
  return (localTime(time, zone) - time) / 60_000;
};

/** Minutes that a zone is behind UTC, and how that changes in summer, as settings of users tell it (Learn: "Specify time zone settings for a user"). */
export function biasOf({ zone }: TimeZone): { readonly bias: number; readonly daylight: number } {
  const [january, july] = [minutesAhead(zone, 0), minutesAhead(zone, 6)];
  const standard = Math.min(january, july);
  return { bias: 0 - standard, daylight: 0 - (Math.max(january, july) - standard) };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A zone as people choose it: `(GMT+01:00) Amsterdam, Berlin, …`. */
export function zoneName(zone: TimeZone): string {
  const { bias } = biasOf(zone);
  const minutes = Math.abs(bias);
  const offset =
    bias === 0 ? '' : `${bias < 0 ? '+' : '-'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `(GMT${offset}) ${zone.cities}`;
}
