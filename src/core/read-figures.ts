const SCALES = {
  '100': 'hundred hundreds mia mamia',
  '1000': 'k thousand thousands elfu maelfu',
  '1000000': 'm mn million millions milioni mamilioni',
  '1000000000': 'b bn billion billions bilioni mabilioni',
  '1000000000000': 'tn trillion trillions trilioni matrilioni',
};

const COUNTS = {
  '0': 'zero sifuri',
  '1': 'one moja mmoja kimoja',
  '2': 'two mbili wawili mawili viwili miwili',
  '3': 'three tatu watatu matatu vitatu mitatu',
  '4': 'four nne wanne manne vinne minne',
  '5': 'five tano watano matano vitano mitano',
  '6': 'six sita',
  '7': 'seven saba',
  '8': 'eight nane wanane manane vinane minane',
  '9': 'nine tisa',
  '10': 'ten kumi',
  '11': 'eleven',
  '12': 'twelve dozen',
  '13': 'thirteen',
  '14': 'fourteen',
  '15': 'fifteen',
  '16': 'sixteen',
  '17': 'seventeen',
  '18': 'eighteen',
  '19': 'nineteen',
  '20': 'twenty ishirini',
  '30': 'thirty thelathini',
  '40': 'forty arobaini arubaini',
  '50': 'fifty hamsini',
  '60': 'sixty sitini',
  '70': 'seventy sabini',
  '80': 'eighty themanini',
  '90': 'ninety tisini',
};

const SCALE_OF = indexWords(SCALES);
const FIGURE_OF = new Map([...indexWords(COUNTS), ...[...SCALE_OF].filter(([word]) => word.length > 2)]);

function indexWords(table: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([figure, words]) => words.split(' ').map((w) => [w, figure])),
  );
}

/** Digits, with the scale and the percentage that belong to them. */
const NUMBER = String.raw`(asilimia\s)?(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)`;
const SCALE = String.raw`(?:(k|mn?|bn?|tn)(?![a-z]))?`;
const PERCENT = String.raw`(\s?%|\s?pc(?![a-z])|\s?per\s?cent)?`;
const WORD = String.raw`\b(?:${[...FIGURE_OF.keys()].join('|')})\b`;
const FIGURE = new RegExp(`${NUMBER}${SCALE}${PERCENT}|${WORD}`, 'gi');

/**
 * The figures of a text, written alike, in its order: `Sh2.50bn` and `2.5 billion` are both `2.5 1000000000`,
 * `1,000` is `1000`, `60 per cent` and `asilimia 60` are `60%`, `tano` is `5`. English and Swahili; number
 * words are read one by one, so that `twenty-five` is not `25`.
 *
 * @returns `''` when there are none.
 */
export function readFigures(text: string): string {
  const figures: string[] = [];
  for (const [figure, before, number, scale, after] of text.matchAll(FIGURE)) {
    if (number === undefined) {
      figures.push(FIGURE_OF.get(figure.toLowerCase()) ?? '');
      continue;
    }
    const value = String(Number(number.replaceAll(',', '')));
    figures.push(before === undefined && after === undefined ? value : `${value}%`);
    if (scale !== undefined) figures.push(SCALE_OF.get(scale.toLowerCase()) ?? '');
  }
  return figures.join(' ');
}
