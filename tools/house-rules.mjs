import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './system/paths.mjs';

/**
 * What no general linter knows. Files that git ignores (and recorded histories, lock file, pictures) are not looked at.
 * @type {{ rule: string, why: string, files: RegExp, except?: RegExp, pattern: RegExp }[]}
 */
export const rules = [
  {
    rule: 'no-machine-path',
    why: 'works on one machine only: build paths from the checkout or the environment',
    files: /./,
    pattern: /(?<![\w.~-])\/(?:root|home|Users|work)\/[\w.-]+/,
  },
  {
    rule: 'no-item-branch',
    why: 'what differs between items of a family is catalogue data, not a condition on the item code',
    files: /^(contracts|domain|workflows|activities|entities|apps)\/.*\.tsx?$/,
    except: /\.spec\.tsx?$|\/testing\//,
    pattern:
      /(?:[!=]==?|\bcase|startsWith\(|includes\()\s*['"`](?:YT|QD)-?\d|['"`](?:YT|QD)-[\d.]+['"`]\s*(?:[!=]==?|\]\.includes)/,
  },
  {
    rule: 'no-registry-host',
    why: 'the package manager of the machine knows its registry; a name here breaks the others',
    files: /./,
    pattern:
      /registry\.npmjs\.org|npmmirror\.com|registry\.yarnpkg\.com|proxy\.golang\.org|goproxy\.(?:cn|io)|repo1?\.maven\.(?:apache\.)?org/,
  },
  {
    rule: 'no-unfinished-mark',
    why: 'finish it, or write it down as an issue',
    files: /\.(?:[cm]?[jt]sx?|ya?ml|sql)$/,
    pattern: /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck)/,
  },
  {
    rule: 'no-enum',
    why: 'string-literal unions travel as JSON and need no runtime',
    files: /\.tsx?$/,
    pattern: /^\s*(?:export\s+)?(?:const\s+|declare\s+)*enum\s+\w/,
  },
  {
    rule: 'no-module-variable',
    why: 'all cases of a workflow thread share these modules (docs/decisions/0009): what is a case’s own belongs to its run',
    files: /^(?:contracts|domain|workflows)\/.*\.ts$/,
    except: /\.spec\.ts$|\/testing\//,
    pattern: /^(?:export\s+)?(?:let|var)\s+\w+/,
  },
];

const skippedFolders = /^(?:node_modules|dist|coverage|histories|\.git|\.nx|\.state.*)$/;
const skippedFiles = /^(?:package-lock\.json|.*\.(?:png|jpg|pdf|woff2?|ttf|ico|log))$/;
/** This file and its test spell out what they forbid. */
const self = /^tools\/house-rules\.(?:test\.)?mjs$/;

/** @param {string} path @param {string} text @returns {string[]} one line a finding */
export function findings(path, text) {
  const applying = rules.filter(({ files, except }) => files.test(path) && !except?.test(path));
  return text.split('\n').flatMap((line, index) =>
    applying.flatMap(({ rule, why, pattern }) => {
      const [found] = pattern.exec(line) ?? [];
      return found ? [`${path}:${index + 1} ${rule}: “${found.trim()}” — ${why}`] : [];
    }),
  );
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.test(entry.name)) yield* files(path);
    } else if (entry.isFile() && !skippedFiles.test(entry.name)) yield path;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = [...files(root)].flatMap((file) => {
    const path = relative(root, file);
    return self.test(path) ? [] : findings(path, readFileSync(file, 'utf8'));
  });
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
