import { Fault, type FaultCode, type FaultContent } from '../core/model/fault.js';

/** A fault as it is sent to another thread or process: without its cause. */
export type FaultMessage<Code extends FaultCode = FaultCode> = {
  [Each in Code]: FaultContent<Each> & { readonly kind: 'fault'; readonly message: string };
}[Code];

export function packFault<Code extends FaultCode>({
  code,
  message,
  facts,
  problems,
}: Fault<Code>): FaultMessage<Code> {
  return { kind: 'fault', code, message, facts, problems };
}

export function reviveFault({ code, message, facts, problems }: FaultMessage): Fault {
  return new Fault(code, message, { facts, problems });
}
