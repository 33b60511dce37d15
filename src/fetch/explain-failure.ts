import { errors } from 'undici';
import { describeError } from '../core/describe-error.js';
import { Fault } from '../core/errors.js';
import type { FetchRefusal } from '../core/fetch-page.js';
import { refuse } from './refuse.js';

const UNKNOWN_HOST = /^(?:ENOTFOUND|EAI_\w+|ENODATA)$/u;
const TIMEOUT = /^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/u;
/** Of Node's TLS, of OpenSSL's verification and of the handshake. */
const CERTIFICATE =
  /^(?:ERR_TLS_|ERR_SSL_|EPROTO|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|HOSTNAME_)/u;
/** Of undici and of zlib. */
const GARBLED = /^(?:Z_|ERR__ERROR_|UND_ERR_(?:RES|REQ)_CONTENT_LENGTH|UND_ERR_HEADERS_OVERFLOW)/u;

/** Turns what went wrong between here and a site into the fault that says so. */
export function explainFailure(error: unknown): Fault {
  return error instanceof Fault ? error : refuse(classify(error), error);
}

function classify(error: unknown): FetchRefusal {
  const code = describeError(error);
  if (error instanceof errors.HTTPParserError) return 'garbled';
  if (UNKNOWN_HOST.test(code)) return 'host-unknown';
  if (TIMEOUT.test(code)) return 'too-slow';
  if (CERTIFICATE.test(code)) return 'certificate';
  return GARBLED.test(code) ? 'garbled' : 'unreachable';
}
