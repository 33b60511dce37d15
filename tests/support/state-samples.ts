import type {
  AuditEntry,
  Draft,
  Gap,
  Pin,
  PublicAnswer,
  RevisionEntry,
  Vote,
} from '../../src/core/model/state.js';

export function makeAnswer(facts: Partial<PublicAnswer> = {}): PublicAnswer {
  return {
    messageId: '100000000000000001',
    channelId: '200000000000000001',
    guildId: '300000000000000001',
    askerId: '400000000000000001',
    question: 'Who is the senator for Kisumu?',
    handles: ['naivasha#10', 'kisii/rally#2'],
    revision: '60e8973',
    at: 1_000,
    ...facts,
  };
}

export function makeVote(facts: Partial<Vote> = {}): Vote {
  return {
    messageId: '100000000000000001',
    voterId: '500000000000000001',
    isUp: false,
    reason: null,
    at: 2_000,
    ...facts,
  };
}

export function makeGap(facts: Partial<Gap> = {}): Gap {
  return {
    memberId: '400000000000000001',
    question: 'Who won in 1963?',
    cause: 'refused',
    at: 1_000,
    ...facts,
  };
}

export function makePin(facts: Partial<Pin> = {}): Omit<Pin, 'id'> {
  return {
    question: 'Who called the meeting?',
    articleId: 'naivasha',
    by: '600000000000000001',
    at: 1_000,
    ...facts,
  };
}

export function makeEntry(facts: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: 1_000,
    by: '600000000000000001',
    action: 'withdraw',
    subject: 'naivasha',
    note: 'The outlet has retracted it.',
    from: '60e8973',
    to: 'a1b2c3d',
    ...facts,
  };
}

export function makeRevision(facts: Partial<RevisionEntry> = {}): Omit<RevisionEntry, 'number'> {
  return {
    revision: '60e8973',
    at: 1_000,
    by: null,
    action: 'start',
    articles: 4,
    added: ['naivasha', 'kisii/rally'],
    changed: [],
    removed: ['star'],
    ...facts,
  };
}

export function makeDraft(facts: Partial<Draft> = {}): Draft {
  return {
    id: '0123456789abcdef',
    by: '600000000000000001',
    at: 1_000,
    content: '{"kind":"add"}',
    ...facts,
  };
}
