/** What clerks enter at the stages of the transfers. */
export const form = {
  information: {
    insuredFrom: '2015-07-01',
    insuredTo: '2024-02-29',
    paidMonths: 128,
    accountBalanceFen: 100,
    accountTreatment: 'transfer',
  },
  transfer: { treatment: 'transfer', amountFen: 100 },
  withdrawal: { treatment: 'withdraw', amountFen: 100, bankAccount: 'payee-1' },
  transferIn: { insuredFrom: '2015-07-01', insuredTo: '2024-02-29', paidMonths: 128, accountReceivedFen: 100 },
};
