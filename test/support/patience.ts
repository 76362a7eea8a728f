/** Specs that start servers: a slow machine is not a failure. */
jest.setTimeout(120_000);
