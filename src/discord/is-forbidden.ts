import { RESTJSONErrorCodes } from 'discord.js';
import { isApiError } from './respond.js';

const FORBIDDEN = [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions];

/** Whether Discord refused for want of permissions, which is the server's to mend. */
export function isForbidden(error: unknown): boolean {
  return FORBIDDEN.some((code) => isApiError(error, code));
}
