const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const dayMs = 86_400_000;
const firstBirth = Date.UTC(1950, 0, 1);
let made = Math.floor(Math.random() * 1000);

/** A made-up citizen whom nobody else of this run has: a valid number by GB 11643, since one person has one open case of an item. */
export function somebody() {
  const nth = made++;
  const born = new Date(firstBirth + Math.floor(nth / 1000) * dayMs).toISOString().slice(0, 10).replaceAll('-', '');
  const digits = `370602${born}${String(nth % 1000).padStart(3, '0')}`;
  const weighed = [...digits].reduce((total, digit, at) => total + Number(digit) * Number(weights[at]), 0);
  return {
    kind: 'employee',
    name: '王芳',
    idNumber: digits + '10X98765432'[weighed % 11],
    phone: `138${String(nth % 100_000_000).padStart(8, '0')}`,
  };
}
