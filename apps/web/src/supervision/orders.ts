import { useQuery } from '@tanstack/react-query';
import { read } from '../client';

export interface Order {
  orderNo: string;
  caseNo: string;
  level: 'order' | 'yellow' | 'red';
  levelWords: string;
  addressee: string;
  addresseeName: string;
  text: string;
  issuedBy: string;
  issuedByName: string;
  issuedAt: string;
  replyBy: string;
  reply: string | null;
  repliedAt: string | null;
  repliedByName: string | null;
  ruleWords: string | null;
  objectBy: string | null;
  objection: string | null;
  objectionAnswer: string | null;
  withdrawnAt: string | null;
}

export const orderLevels = [
  { value: 'order', label: '督办单' },
  { value: 'yellow', label: '黄牌' },
  { value: 'red', label: '红牌' },
] as const;

export const useOrders = (open: boolean) =>
  useQuery({
    queryKey: ['supervision', 'orders', open],
    queryFn: ({ signal }) => read<{ orders: Order[] }>('/api/supervision/orders', { open }, signal),
  });
