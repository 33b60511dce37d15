import type { ENGLISH_HELP } from '../english/help.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_HELP: SameShape<typeof ENGLISH_HELP> = {
  does: 'Ninajibu maswali kwa kunukuu makala za habari: ninaonyesha aya zinazojibu, neno kwa neno, sentensi yenye jibu ikiwa kwa herufi nzito, na kutaja kila aya ilikochapishwa.',
  doesNot:
    'Siandiki kamwe jibu langu mwenyewe, sitafsiri nukuu, wala sijui chochote kisichokuwemo katika makala.',
  tryAsking: 'Jaribu kuuliza',
  commands: 'Amri',
  askCommand: 'hujibu swali kwa nukuu',
  sourceCommand: 'hufungua makala, ukurasa kwa ukurasa au kwenye aya fulani',
  statusCommand: 'husema kilichopakiwa',
  reloadCommand: 'hupakia makala upya',
  helpCommand: 'husema ninachofanya',
  quitCommand: 'hufunga dirisha hili la amri',
  terminalHint: 'Andika swali, au /help. Maliza kwa /quit au Ctrl+C.',
};
