import { existsSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

const serverPaths = /^\/(api|public|metrics)(\/|$)/;
/** A name ends in letters; the number of an item (`/items/YT-2.2`) is none. */
const isFile = /\.[a-z][a-z0-9]*$/i;

/** Files under assets/ carry a hash of their content in the name: they never change. The page that names them is asked for anew each time. */
function cacheHeaders(response: Response, path: string): void {
  const hashed = path.includes(`${sep}assets${sep}`);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** The build puts a pressed copy beside each script and style sheet; who understands it gets that. */
function pressed(webRoot: string) {
  const folder = join(webRoot, 'assets');
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request: Request, response: Response, next: NextFunction): void => {
    const name = /^\/assets\/([\w.-]+\.(?:js|css))$/.exec(request.path)?.[1];
    if (name && names.has(`${name}.gz`) && request.acceptsEncodings('gzip')) {
      response.vary('Accept-Encoding').set('Content-Encoding', 'gzip').type(extname(name));
      request.url = `/assets/${name}.gz`;
    }
    next();
  };
}

/**
 * The built screens, where they are built: any address that is no file and no resource is a page of theirs. A missing asset stays
 * missing, so that a page of an older version notices and reloads instead of running HTML as a script.
 */
export function serveScreens(app: NestExpressApplication, webRoot: string): void {
  const page = join(webRoot, 'index.html');
  if (!existsSync(page)) return;
  app.use(pressed(webRoot));
  app.use(express.static(webRoot, { index: false, setHeaders: cacheHeaders }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const { method, path } = request;
    const wantsPage = method === 'GET' && !serverPaths.test(path) && !isFile.test(path) && request.accepts('html');
    if (wantsPage) response.sendFile(page, { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } });
    else next();
  });
}
