/** Shared by every Jest project: TypeScript and the ESM-only packages are transformed to CommonJS by swc. */
const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@borewit',
  '@tokenizer',
  'iterare',
  'load-esm',
  'uid',
].join('|');
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  modulePathIgnorePatterns: ['/dist/', '/\\.state'],
  moduleNameMapper: {
    '^@due-process/contracts/schemas$': '<rootDir>/contracts/schemas/index.ts',
    '^@due-process/(contracts|domain|workflows|activities|entities|catalog|secrets|documents)$':
      '<rootDir>/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
};
