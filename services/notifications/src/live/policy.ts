import { operationPolicy, partsOf } from '@servicepunt/shared/policy';

export const liveParts = partsOf('InboxUpdate');

/** Everybody has changes of his own; which rows an update shows is decided by their policies. */
export const liveOperations = operationPolicy({ Query: { inboxUpdate: 'signedIn' }, Subscription: { inboxUpdate: 'signedIn' } });
