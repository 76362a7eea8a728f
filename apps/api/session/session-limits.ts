/** Basis: GB/T 22239-2019 8.1.4.1 身份鉴别: sessions end by themselves, idle ones are locked, repeated failures are stopped. */
export const sessionHours = 12;
export const idleMinutes = 60;

/** The time of last use is written at most this often: reading must not write on every request. */
export const touchSeconds = 60;

export const failuresPerMinute = { byAddress: 100, byUsername: 10 };
