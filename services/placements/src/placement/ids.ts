/** A trainee has the unique part of its placement: who knows the one id may say it where the other is meant. */
export const placementIdOf = (id: string): string => id.replace(/^trn_/, 'plc_');
export const traineeIdOf = (placementId: string): string => placementId.replace(/^plc_/, 'trn_');
