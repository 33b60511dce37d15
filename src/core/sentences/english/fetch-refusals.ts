import type { FetchRefusal } from '../../fetch-page.js';

/** Why a page is not taken, as whole sentences. */
export const ENGLISH_FETCH_REFUSALS = {
  'address-invalid': 'That is no web address. Copy it from the browser, with https:// before it.',
  'not-web': 'I open only addresses that begin with https:// or http://.',
  credentials: 'I open no address with a user name or password in it. Take that part out.',
  port: 'I open web pages only on the ports 80, 443, 8080 and 8443.',
  'private-address': 'That address leads into a private network, so I do not open it.',
  'host-unknown': 'There is no site of that name. Check the spelling of the address.',
  unreachable: 'The site cannot be reached right now. Try again later, or send the article as a file.',
  certificate: 'The site cannot prove that it is the one it says it is, so I do not open it.',
  'redirect-loop': 'The page only leads back to itself. Send the article as a file.',
  'too-many-redirects': 'The page leads on to other pages too many times. Send the address of the last one.',
  downgrade: 'The page leads from an https:// address to one that is not encrypted, so I do not follow it.',
  'too-slow': 'The page took longer than 10 seconds. Try again later, or send the article as a file.',
  'too-large': 'The page is larger than 5 MB. Send only the text of the article.',
  'wrong-type': 'That is neither a web page nor Markdown, plain text or a PDF.',
  garbled: 'The site sent something that cannot be read. Try again later, or send the article as a file.',
  'not-found': 'There is no such page. Check the address.',
  forbidden: 'The site does not let me see that page. Send the article as a file.',
  busy: 'The site wants no more requests for now. Try again later.',
  refused: 'The site refused to show that page. Send the article as a file.',
  'server-error': 'The site has a fault of its own right now. Try again later.',
  paywall: 'The page shows its article only to subscribers. Send the text as a file if you may share it.',
  'consent-wall': 'The page shows a question about cookies in place of its article. Send the text as a file.',
} as const satisfies Record<FetchRefusal, string>;
