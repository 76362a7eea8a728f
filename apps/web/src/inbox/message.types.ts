/** One message of `GET /api/inbox`. */
export interface Message {
  id: string;
  caseNo: string | null;
  kind: string;
  text: string;
  to: 'account' | 'unit' | 'role';
  createdAt: string;
  readAt: string | null;
}
export interface MessagePage {
  messages: Message[];
  next: string | null;
}
