/**
 * Days for answering a 督办单 or card and for objecting to it (申辩), from its day on: working days of the calendar in force. No rule prints them: our own
 * setting. Cards given by rule take the days for a reply from their rule.
 */
export const replyDays = 3;
export const objectionDays = 5;
