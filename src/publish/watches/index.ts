/** What watches found, told: messages, their signature, and sending what is due. */

export { checkedWatch, type WatchGiven } from './checked-watch.ts'
export { type SendFailure, type SendInput, type SentCounts, sendDue } from './send-due.ts'
