/** What shows where a reader came from, and never what is shown. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|igsh|mc_cid|mc_eid|yclid|_ga|_gl|ref|ref_src|ref_url|cmpid|ncid|ocid|smid|xtor|amp)$/iu;
const AMP_HOST = /^amp\./u;
const AMP_END = /\/amp\/?$|\.amp(?=\.html?$|$)/u;
const INDEX = /\/index\.(?:html?|php)$/u;

/**
 * Brings the addresses under which a page can be found to one: without scheme, `www`, `m`, AMP, tracking
 * parameters, fragment and closing slash; parameters in order.
 *
 * @param url - Absolute.
 */
export function plainAddress(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname
    .replace(/^(?:www|m)\./u, '')
    .replace(AMP_HOST, '')
    .replace(/^www\./u, '');
  const path = pathname.replace(INDEX, '/').replace(AMP_END, '').replace(/\/+$/u, '');
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(kept.filter(([name, value]) => name !== 'outputType' || value !== 'amp'));
  query.sort();
  return `${host}${port === '' ? '' : `:${port}`}${path}${query.size === 0 ? '' : `?${query.toString()}`}`;
}
