/** A name and the acronym in parentheses after it, as printed. */
interface Acronym {
  readonly short: string;
  readonly long: string;
}

/** Acronyms of public life in Kenya that articles use without introducing them. */
export const COMMON_ACRONYMS: readonly Acronym[] = `
AG Attorney General
ANC Amani National Congress
AU African Union
BBI Building Bridges Initiative
CAS Chief Administrative Secretary
CBC competency-based curriculum
CBK Central Bank of Kenya
CDF Constituency Development Fund
CEC County Executive Committee
CEO chief executive officer
CJ Chief Justice
CMA Capital Markets Authority
COTU Central Organisation of Trade Unions
CRA Commission on Revenue Allocation
CS Cabinet Secretary
DCI Directorate of Criminal Investigations
DG Director General
DP Deputy President
DPP Director of Public Prosecutions
DRC Democratic Republic of Congo
EAC East African Community
EACC Ethics and Anti-Corruption Commission
EPRA Energy and Petroleum Regulatory Authority
EU European Union
GDP gross domestic product
GSU General Service Unit
HELB Higher Education Loans Board
ICC International Criminal Court
IDP internally displaced person
IEBC Independent Electoral and Boundaries Commission
IG Inspector General
IGAD Intergovernmental Authority on Development
IMF International Monetary Fund
IPOA Independent Policing Oversight Authority
JSC Judicial Service Commission
KAA Kenya Airports Authority
KANU Kenya African National Union
KCPE Kenya Certificate of Primary Education
KCSE Kenya Certificate of Secondary Education
KDF Kenya Defence Forces
KEBS Kenya Bureau of Standards
KEMRI Kenya Medical Research Institute
KEMSA Kenya Medical Supplies Authority
KeNHA Kenya National Highways Authority
KenGen Kenya Electricity Generating Company
KeRRA Kenya Rural Roads Authority
KFS Kenya Forest Service
KICC Kenyatta International Convention Centre
KMPDU Kenya Medical Practitioners, Pharmacists and Dentists Union
KNBS Kenya National Bureau of Statistics
KNCHR Kenya National Commission on Human Rights
KNEC Kenya National Examinations Council
KNH Kenyatta National Hospital
KNUT Kenya National Union of Teachers
KPA Kenya Ports Authority
KPC Kenya Pipeline Company
KPLC Kenya Power
KPLC Kenya Power and Lighting Company
KQ Kenya Airways
KRA Kenya Revenue Authority
KTDA Kenya Tea Development Agency
KUPPET Kenya Union of Post Primary Education Teachers
KURA Kenya Urban Roads Authority
KWS Kenya Wildlife Service
LSK Law Society of Kenya
MCA Member of County Assembly
MP Member of Parliament
NCIC National Cohesion and Integration Commission
NCPB National Cereals and Produce Board
NEMA National Environment Management Authority
NGO non-governmental organisation
NGO non-governmental organization
NHIF National Health Insurance Fund
NHIF National Hospital Insurance Fund
NIS National Intelligence Service
NLC National Land Commission
NPS National Police Service
NSSF National Social Security Fund
NTSA National Transport and Safety Authority
NYS National Youth Service
OCS officer commanding station
ODM Orange Democratic Movement
ODPP Office of the Director of Public Prosecutions
ORPP Office of the Registrar of Political Parties
PAC Public Accounts Committee
PM Prime Minister
PPB Pharmacy and Poisons Board
PPDT Political Parties Disputes Tribunal
PS Principal Secretary
PSC Public Service Commission
SGR standard gauge railway
SHA Social Health Authority
SHIF Social Health Insurance Fund
SRC Salaries and Remuneration Commission
TSC Teachers Service Commission
UAE United Arab Emirates
UDA United Democratic Alliance
UK United Kingdom
UN United Nations
UNHCR United Nations High Commissioner for Refugees
US United States
VAT value added tax
VP Vice President
WHO World Health Organization
WHO World Health Organisation
WRA Water Resources Authority`
  .trim()
  .split('\n')
  .map((line) => {
    const at = line.indexOf(' ');
    return { short: line.slice(0, at), long: line.slice(at + 1) };
  });

const IN_PARENTHESES = /\(([\p{Lu}][\p{Lu}\p{Ll}]{0,7}\p{Lu})s?\)/gu;
const MAX_WORDS_BEFORE = 14;
/** Finds the names that a text introduces with their acronyms: "Central Bank of Kenya (CBK)". */
export function findAcronyms(text: string): Acronym[] {
  return [...text.matchAll(IN_PARENTHESES)].flatMap(({ 1: short = '', index }) => {
    const before = text.slice(0, index).trimEnd().split(/\s+/u).slice(-MAX_WORDS_BEFORE);
    const long = matchInitials(before, short.replace(/\p{Ll}/gu, ''));
    return long === null ? [] : [{ short, long }];
  });
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Returns the last words whose initials spell `letters`, small words aside; `null` if they do not. */
function matchInitials(words: readonly string[], letters: string): string | null {
  let at = words.length;
  for (const letter of Array.from(letters).reverse()) {
    do at -= 1;
    while (at > 0 && isSmall(words[at]) && initialOf(words[at]) !== letter);
    if (at < 0 || initialOf(words[at]) !== letter) return null;
  }
  return words.slice(at).join(' ').replace(EDGES, '');
}

/** Words of a name that its acronym may skip. */
const SMALL_WORDS = new Set([
  'of',
  'and',
  'the',
  'for',
  'on',
  'in',
  'to',
  'a',
  'an',
  '&',
  'ya',
  'wa',
  'la',
  'na',
  'za',
  'cha',
  'kwa',
]);
function isSmall(word = ''): boolean {
  return SMALL_WORDS.has(word.toLowerCase());
}

/** Returns the letter of an acronym that a word accounts for; `''` for a lower-case word that is not small. */
function initialOf(word = ''): string {
  const initial = word.replace(EDGES, '').charAt(0);
  if (isSmall(word)) return initial.toUpperCase();
  return initial === initial.toUpperCase() ? initial : '';
}
