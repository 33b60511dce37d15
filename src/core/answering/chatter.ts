/** Words around a question that ask for nothing: greetings, thanks, and the ways to say "I have a question". */

/**
 * What may stand at either end of a question in English or Swahili, lower case. `[x]` is optional, `(x|y)` is one of them; a space is any white space.
 */
export const COURTESIES: readonly string[] = [
  // Greetings and whom they greet.
  '(hi|hello|hey|hiya|yo|greetings|habari|jambo|hujambo|hamjambo|mambo|niaje|sasa|shikamoo|salamu) [there] (guys|everyone|everybody|all|folks|team|bot|nukuu|friends|people|fam|jamani|wadau|ndugu|wenzangu)',
  '(hi|hello|hey|hiya|greetings|jambo|hujambo|hamjambo|niaje|shikamoo|salamu) [there]',
  'good (morning|afternoon|evening|day) [guys|everyone|all|folks|team|bot]',
  'habari (yako|zenu|gani|za asubuhi|za jioni|ya asubuhi|ya jioni)',
  '(guys|jamani|wadau)',
  // Thanks, pleas and interjections.
  'thank you [so much|very much] [in advance|for (your|the) help]',
  '(thanks|thx|tnx|cheers) [a lot|so much] [in advance] [bot|guys|everyone]',
  '(please|pls|plz|kindly|tafadhali|samahani|sorry|excuse me)',
  'asante[ni] [sana]',
  '(lol|lmao|rofl|haha|hahaha|omg|btw|fyi|idk|smh|wtf|tbh)',
  '(just|am) curious',
  '[just] [a] quick question',
];

/** Ways to put a question, in the syntax of {@link COURTESIES}. */
export const CHATTER: readonly string[] = [
  // Ways to begin.
  '(does|do) (anyone|anybody|somebody|someone|any of you|you guys|you all|you) [here] [happen to] (know|remember|recall) [about|if|whether]',
  '(can|could|would|will) (anyone|anybody|somebody|someone|one of you|you guys|you) [here] [also] [please|pls|kindly] [help me] [to] (tell|find|show|explain|give|remind|confirm|check|look up|search|share) [me|us|to me|to us|for me] [out] [the quote|a quote|the source|a source] [on|for|if|whether|that|about]',
  '(i|i am|i m|we) [was|am|were|are] [just] wondering [if|whether] [you (can|could)] [please] [help me] [to] [find out|find|tell me]',
  '(i|we) (want|need|wanted|wish|would like|d like) to (know|find out|hear|learn|ask) [about|if|whether]',
  '(i|we) (need|want) (a|the|some) (source|quote|article|sources|info|information|proof) (for|on|about|that)',
  'help me [to] (find|find out|understand|know)',
  '[please] tell (me|us) (everything|more|something|anything|all) [you know|that you know|you can] (about|on)',
  '[please] tell (me|us) [about|if|whether|who was|that]',
  '(give|show|find) (me|us) [some|all|the|a] [details|info|information|articles|news|quote|quotes|sources] [on|about|for|of|that]',
  '(what|whats|what s|what is|what are) [is] the [latest] (news|story|stories|word|update|updates|situation|deal|info) (about|on|with|regarding|concerning)',
  '(any|is there any|are there any|got any) [new|more|latest] (news|update|updates|info|information|details|word) (on|about|of|regarding|from)',
  '(the|a|any) source for [why|how|that]',
  'source for',
  '(i|we) (read|heard|saw|thought|believe|think|remember|recall) [it] [somewhere] [in the news|in the papers|online|on twitter|on tv|yesterday|today] [that]',
  '[but|and] i (can t|cannot|can not|don t|do not|couldn t|could not|forgot|forget) [remember|recall|find|know] [it|which|where|that|them]',
  '(is it|it is) true that',
  '(what|anything) do (the|these|your) (articles|papers|news|sources) say (about|on|regarding)',
  '(what|anything) do you (know|have) (about|on)',
  '(for|in) my (homework|assignment|research|essay|project|paper|class)',
  'remind me',
  '(i|we) (have|got) a question [about|on]',
  '(the question is|my question is)',
  // What asks for no word of its own.
  '(what|whatever) (could|might|would|will|may|can|did|does|does it) (happen|happens)',
  '(what|whatever) [has|have|had|s] [actually|really|exactly|even] (happened|happening|happens)',
  '(what|what s|whats) [is|was|are|were] (happening|going on|up)',
  'according to',
  // Swahili.
  '(naomba|ningependa|nataka|ninataka|natamani|tunataka|nilitaka) (kujua|kufahamu|kuuliza|kusikia|kuelewa) [kuhusu|kama]',
  '(kuna|yupo) (mtu|yeyote|mwenye) (anajua|anayejua|anafahamu|anayefahamu|kujua) [kuhusu]',
  '(je|hivi|eti|kwani) (unajua|mnajua|unafahamu|mnafahamu) [kuhusu]',
  '(niambie|nieleze|niambieni|tuambie|nielezee|nipe habari|nitafutie|nisaidie) [kuhusu|juu ya|kujua|kupata] [habari za|habari kuhusu]',
  '[nini|ni nini] (kilitokea|kimetokea|kilichotokea|kinaendelea|kilifanyika|kilichofanyika) [nini]',
  'kulitokea nini',
  'kuna (habari|taarifa) (gani|zozote|yoyote) (kuhusu|juu ya|za)',
  'kwa mujibu wa',
];

/** Messages that greet, thank or praise and ask for nothing, in the syntax of {@link COURTESIES}. */
export const SMALL_TALK: readonly string[] = [
  '(bye|goodbye|good night|see you|see ya|later|kwaheri|kwa heri|usiku mwema|tutaonana|lala salama)',
  '(you|u) (are|re|r) [so|very|really|the] (great|good|awesome|amazing|best|cool|nice|helpful|funny|smart|brilliant|welcome)',
  '(great|good|nice|awesome|amazing|cool|well done|good job|great job|nice job|good work|great work|nice one|love it|perfect|wow) [bot|work]',
  'how are (you|u) [doing] [today]',
  'how is it going',
  '(habari|mambo|vipi|salaam)',
  '(ping|test|testing)',
  '(wewe ni|uko|u) (mzuri|bora|poa|sawa|hodari)',
  '(poa|safi|sawa|vizuri|nzuri|shukrani|karibu|mzuri|salama)',
  '(ok|okay|yes|no|yeah|yep|nope|ndiyo|hapana|hmm|hm|ah|oh)',
  '(bot|nukuu|everyone|all|guys|folks|friend|friends|rafiki|sana)',
];

const toSourceOf = (phrases: readonly string[]): string =>
  `(?<![\\p{L}\\p{N}])(?:${phrases.map(toSource).join('|')})(?![\\p{L}\\p{N}])`;

/** What stands between two brackets, without other brackets in it. */
const ALTERNATIVES = /(?<=[([])[^()[\]]+(?=[)\]])/gu;
/** The longest first, so that none is taken for the beginning of another. */
const byLength = (one: string, other: string): number => other.length - one.length;

/** Turns a phrase into a pattern. An optional part takes the space before it along, or the one after it at the beginning. */
function toSource(phrase: string): string {
  const sorted = phrase.replace(ALTERNATIVES, (list) => list.split('|').sort(byLength).join('|'));
  const [beginning] = /^(?:\[[^\]]*\] )*/u.exec(sorted) ?? [''];
  const leading = beginning.replace(/\[([^\]]*)\] /gu, '(?:(?:$1) )?');
  const others = sorted.slice(beginning.length).replace(/( ?)\[([^\]]*)\]/gu, '(?:$1(?:$2))?');
  return (leading + others).replaceAll(' ', '\\s+');
}

const CHATTER_PATTERN = new RegExp(toSourceOf(CHATTER), 'giu');
const COURTESY = toSourceOf(COURTESIES);
/** A courtesy next to an end of the text or of a sentence. */
const COURTESY_PATTERN = new RegExp(
  `(?<=^|[.!?,;:\\n])\\s*${COURTESY}|${COURTESY}(?=\\s*(?:$|[.!?,;:\\n]))`,
  'giu',
);
const SMALL_TALK_PATTERN = new RegExp(toSourceOf([...COURTESIES, ...CHATTER, ...SMALL_TALK]), 'giu');
const PASSES = 3;

/** Blanks the chatter in a question. @returns A text of the same length. */
export function blankChatter(text: string): string {
  let blanked = blank(text, CHATTER_PATTERN);
  for (let pass = 0; pass < PASSES; pass += 1) blanked = blank(blanked, COURTESY_PATTERN);
  return blanked;
}

/** True if a message only greets, thanks or praises. */
export function isSmallTalk(text: string): boolean {
  const plain = readable(text);
  return /\p{L}/u.test(plain) && !/[\p{L}\p{N}]/u.test(plain.replace(SMALL_TALK_PATTERN, ' '));
}

/** Turns apostrophes into spaces, as the lists are written, and keeps the length. */
function readable(text: string): string {
  return text.replace(/['’]/gu, ' ');
}

function blank(text: string, pattern: RegExp): string {
  let blanked = text;
  for (const { 0: found, index } of readable(text).matchAll(pattern)) {
    blanked = blanked.slice(0, index) + ' '.repeat(found.length) + blanked.slice(index + found.length);
  }
  return blanked;
}
