import { countWords, endsInFullStop } from './sentence-end.js';

const MAX_FURNITURE_CHARS = 200;
const MAX_FURNITURE_WORDS = 25;
const MAX_CREDIT_WORDS = 8;

const SHARES =
  '(?:share on |share via )?(?:share|tweet|pin|pin it|e-?mail|print|copy link|save|whatsapp|facebook|twitter|telegram|linkedin|reddit|messenger|instagram|x)';

/** Lines that are nothing else, whatever stands around them. */
const WHOLE_LINES = [
  // The form below an article.
  /^(?:leave|write|post|add) a (?:reply|comment)(?: cancel reply)?$/iu,
  /^(?:cancel reply|post comment|be the first to comment|no comments(?: yet)?|(?:\d+ )?comments?(?: ?\(\d+\))?|Δ)$/iu,
  /^(?:(?:name|e-?mail|website|comment) ?\*?|your email address will not be published\..*|required fields are marked.*)$/iu,
  /^(?:save my name, e-?mail,? and website in this browser.*|notify me of (?:new|follow-?up) .*by e-?mail\.?)$/iu,
  // Counts and ages.
  /^(?:[\d.,]+ ?[km]? ?(?:total )?(?:views?|shares?|likes?|reads?|comments?|min(?:ute)?s? read)[\s,|·•]*)+$/iu,
  /^(?:views?|shares?|likes?|reads?) ?(?:: ?[\d.,]+[km]?|\([\d.,]+[km]?\))$/iu,
  /^(?:updated |posted |published )?(?:\d+|an?|one) (?:second|minute|min|hour|hr|day|week|month|year)s? ago$/iu,
  /^\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?: ?\(?(?:EAT|GMT|UTC)\)?)?$/iu,
  // Labels.
  /^(?:in summary|summary|in brief|key points|key takeaways|what you need to know|kwa ufupi|muhtasari):?$/iu,
  /^(?:ads?|adverts?|advertisements?|sponsored(?: content)?|tangazo)$/iu,
  /^(?:advertisement[ .:–—-]*)?(?:(?:story|article) continues below|scroll (?:down )?to continue)\b.{0,60}$/iu,
  // Getting about.
  /^(?:skip to (?:main )?content|home|menu|search|back to top|log ?in|sign in|register|load more|show more|read more|continue reading|next article|previous article|next post|previous post|go back|loading ?(?:\.{3}|…)?)$/iu,
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u,
  /^home(?: ?[>›»] ?| \/ ).+$/iu,
  /^(?:click|tap) here (?:to|for|and)\b.*$/iu,
  // Sharing.
  new RegExp(`^(?:${SHARES})(?:[\\s,|/·•]+(?:${SHARES}))*$`, 'iu'),
  /^share(?: this)?(?: (?:article|story|post|page|news))?(?: (?:on|via|with) .{1,40})?:$/iu,
  /^share this(?: (?:article|story|post|page|news))?(?: (?:on|via|with) .{1,40})?$/iu,
  /^(?:subscribe to|sign up (?:for|to)|join (?:us|our|the)) .*(?:newsletter|channel|whatsapp|telegram|mailing list).*$/iu,
  /^(?:subscribe to|sign up (?:for|to)) .*(?:alerts|updates).*$/iu,
  /^(?:[^.!?]{1,30}[.!?] )?subscribe to our newsletter[.!]?$|^subscribe(?: now| here| today)?!?$|^your e-?mail(?: address)?$/iu,
  // The small print.
  /^(?:we use|this (?:site|website|page) uses) cookies\b.*$/iu,
  /^by (?:using|continuing).*\bcookies\b.*$/iu,
  /^(?:accept|allow|reject|manage)(?: all)? cookies$|^cookie (?:policy|settings|notice|preferences)$/iu,
  /^(?:©|\(c\) ?\d{4}|copyright ?(?:©|\(c\)|\d{4})).*$/iu,
  /^all rights reserved\.?$/iu,
];

/** Labels of links to other articles, which stand below. */
const LINK_LABELS = [
  /^(?:(?:related|more|latest|top|trending|popular|recommended|similar) (?:articles?|stories|story|news|posts?|topics|content|videos|reads)|most (?:read|popular|viewed)|you (?:may|might) also like|keep reading|read next|up next|in the headlines|habari zinazohusiana|habari zaidi):?$/iu,
  /^(?:also read|read also|see also|soma pia) ?[:：]?$/iu,
];

/** Names of a site's parts, printed above a headline. */
const SECTIONS =
  /^(?:(?:latest|breaking|local|world|kenyan?|national|political|business|sports?) news|news|politics|national|nation|kenya|africa|world|east africa|count(?:y|ies)|nairobi|business|economy|opinion|op-?ed|columnists?|commentary|editorial|analysis|features?|sports?|health|education|entertainment|lifestyle|premium|prime|habari|siasa|kitaifa|kimataifa|makala|maoni|michezo|biashara)$/iu;

/** Links to other articles, with a label before them, and to other places. */
const LINKS = [
  /^(?:also read|read also|see also|also see|also watch|watch also|read more|more on this|read|read next|related|related (?:story|article|news)|soma pia|soma zaidi|tazama pia) ?[:：]/iu,
  /^(?:ALSO READ|READ ALSO|READ MORE|SEE ALSO|SOMA PIA)\b/u,
  /^(?:watch|listen|tazama|sikiliza) ?:/iu,
  /^pay attention ?:/iu,
  /^(?:tags?|filed under|posted in|categories|topics): ?.+$/iu,
  /^follow (?:us|me|\S+(?: \S+){0,3}) on (?:x|twitter|facebook|instagram|whatsapp|telegram|youtube|tiktok|linkedin|google news)\b/iu,
];

/** Who took the picture. */
const CREDITS = [
  /^[[(]?(?:image|photo|picture|pic|file photo|file image|photograph|photography|graphic|illustration|courtesy|picha)s?(?: (?:by|credit|credits|courtesy|source|from))* ?[:|/–—] ?.+$/iu,
  /^[[(]?(?:[Ii]mage|[Pp]hoto|[Pp]icture|IMAGE|PHOTO|PICTURE)s? (?:by|BY|[Cc]ourtesy|COURTESY|[Cc]redit):?(?: of)? \p{Lu}.*$/u,
  /^[[(/]?(?:file|file photo|file image|file pic|courtesy|photo file|picha ya maktaba)[\])/]?$/iu,
];

const LATEST_FROM =
  /\b(?:latest|more) (?:videos?|news|stories|headlines|updates) from (?<the>the )?(?<name>\p{Lu}[\p{L}\p{N}&'’. -]*)$/u;

const MEDIA = /\b(?:News|TV|FM|Radio|Media|Online|Digital)$/u;

/** Whether a line or paragraph of a page is none of the article: short, whole, and of a kind that pages print around texts. */
export function isFurniture(line: string): boolean {
  if (line.length > MAX_FURNITURE_CHARS) return false;
  const words = countWords(line);
  if (words > MAX_FURNITURE_WORDS) return false;
  if (matches(WHOLE_LINES, line) || announcesLinks(line)) return true;
  if (endsInFullStop(line) && words > MAX_CREDIT_WORDS) return false;
  return matches(LINKS, line) || (words <= MAX_CREDIT_WORDS && matches(CREDITS, line));
}

/** Whether what stands below `line` leads to other articles. */
export function announcesLinks(line: string): boolean {
  return matches(LINK_LABELS, line);
}

/** Whether `line` can be the name of a part of a site; in a text it can be anything. */
export function isSectionName(line: string): boolean {
  return SECTIONS.test(line);
}

/** The outlet in a line such as `WATCH: The latest videos from the Daily Example`; a bare name may be a place's. */
export function findOutletInFurniture(line: string): string | null {
  const { the, name } = LATEST_FROM.exec(line)?.groups ?? {};
  if (name === undefined || (the === undefined && !MEDIA.test(name))) return null;
  return `${the === undefined ? '' : 'The '}${name.replace(/[\s.]+$/u, '')}`;
}

function matches(patterns: readonly RegExp[], line: string): boolean {
  return patterns.some((pattern) => pattern.test(line));
}
