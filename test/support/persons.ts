import { randomInt } from 'node:crypto';

export interface Person {
  kind: string;
  name: string;
  idNumber: string;
  phone: string;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up citizen whom no other test has: a valid 18-digit number (GB 11643) and a telephone of their own. */
export function somebody(name = '张𠮷'): Person {
  const two = (most: number) => String(randomInt(1, most + 1)).padStart(2, '0');
  const digits = `370602${randomInt(1950, 2005)}${two(12)}${two(28)}${String(randomInt(0, 1000)).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * Number(weights[at]), 0);
  const phone = `138${String(randomInt(0, 100_000_000)).padStart(8, '0')}`;
  return { kind: 'employee', name, idNumber: digits + '10X98765432'[sum % 11], phone };
}

/** Whom the demonstration's accounts `person-demo` and `employer-demo` stand for: what is done without a clerk is only about oneself. */
export const demoCitizen: Person = {
  kind: 'employee',
  name: '演示个人',
  idNumber: '370602199003071235',
  phone: '13800000001',
};
export const demoEmployer = {
  kind: 'employer',
  idType: 'creditCode',
  name: '烟台演示用人单位',
  idNumber: '12370600MADEMD003A',
  phone: '13800000002',
};
