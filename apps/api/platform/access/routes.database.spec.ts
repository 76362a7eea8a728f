import { accessRowsOf } from '@due-process/domain';
import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { startApi, type RunningApi } from '../../test/start-api';
import { ACCESS_ACTION } from './access.decorator';

const methodMetadata = 'method';

interface Route {
  name: string;
  action: string | undefined;
}

function routesOf(api: RunningApi): Route[] {
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  const controllers = [...api.app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ instance, name }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (!handler || Reflect.getMetadata(methodMetadata, handler) === undefined) return [];
      const verb = RequestMethod[Reflect.getMetadata(methodMetadata, handler) as number];
      return [{ name: `${verb} ${name}.${method}`, action: reflector.get<string | undefined>(ACCESS_ACTION, handler) }];
    });
  });
}

describe('every route', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  it('stands under a row of the access table', () => {
    const routes = routesOf(api);
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter(({ action }) => !action || accessRowsOf(action).length === 0)).toEqual([]);
  });

  it('that is not public asks for a session', async () => {
    for (const path of ['/api/session', '/api/calendars', '/api/calendars/2026']) {
      const { status, body } = await api.visitor().ask<{ code: string }>('GET', path);
      expect([path, status, body.code]).toEqual([path, 401, 'SESSION_REQUIRED']);
    }
  });

  it('refuses the wrong post with whose it is', async () => {
    const clerk = await api.signIn('yt-window');
    const { status, body } = await clerk.ask('POST', '/api/calendars/2026/publish');
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'ACCESS_DENIED', detail: '此操作由目录管理办理' });
  });
});
