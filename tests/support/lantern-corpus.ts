/** A small corpus of made-up outlets, people and events. */
export const LANTERN_CORPUS: Readonly<Record<string, string>> = {
  'bridge.md': `---
title: Bridge opens over the Athi
outlet: Daily Lantern
author: Amina Wekesa
published: 2023-03-06
url: https://lantern.example/news/bridge
---

The county opened a bridge over the river Athi on Monday morning. Engineer Mwende Kilonzo built it in two years. The bridge cost 40 million shillings.

Traders who used the ferry said it had drowned their goods more than once. They asked for lamps on the bridge.

Governor Peter Okello told the crowd that a second bridge would follow in Kibwezi. He named no date.

Opponents of the governor stayed away from the opening.
`,
  'ferry.md': `---
title: "Ferry sinks: 12 rescued on the Athi"
outlet: Coast Gazette
published: 2022-11
url: https://gazette.example/2022/ferry
caution: The number of people rescued was later corrected to 14.
---

A ferry sank on the river Athi on Friday night. Fishermen rescued 12 people, the police said.

The ferry carried maize and charcoal to the market.
`,
  'soko.md': `---
title: Maandamano sokoni
outlet: Coast Gazette
language: sw
---

Wafanyabiashara waliandamana sokoni Jumatatu asubuhi. Polisi waliwatawanya waandamanaji kwa vitoa machozi.
`,
};

/** One fire as reported by three outlets: two alike, the third with another figure. */
export const MARKET_FIRE: Readonly<Record<string, string>> = {
  'fire.md': `---
title: Fire at Gikomba market
outlet: Daily Lantern
published: 2023-06-02
url: https://lantern.example/news/fire
---

A fire at Gikomba market destroyed 300 stalls on Thursday night. The county commissioner said the fire began in a timber yard.

Traders asked the county for loans to build their stalls again.
`,
  'gikomba.md': `---
title: Gikomba in ashes again
outlet: Coast Gazette
published: 2023-06-02
url: https://gazette.example/gikomba
---

A fire at Gikomba market destroyed 300 stalls on Thursday night. The county commissioner said that the fire began in a timber yard.
`,
  'morning.md': `---
title: Market fire, the morning after
outlet: Weekly Herald
published: 2023-06-04
url: https://herald.example/fire
---

A fire at Gikomba market destroyed 500 stalls on Thursday night. The county commissioner said the fire began in a timber yard.
`,
};

/** Writes an article of many paragraphs on one subject, for paging and wide contexts. */
export function writeLongArticle(paragraphs: number): string {
  const body = Array.from(
    { length: paragraphs },
    (_, i) =>
      `Item ${i + 1} of the dam inquiry concerns the dam at Masinga. ${'The inquiry heard evidence. '.repeat(12)}`,
  );
  return `---\ntitle: Dam inquiry in full\noutlet: Daily Lantern\npublished: 2023-05-01\n---\n\n${body.join('\n\n')}\n`;
}
