import { Injectable, type OnModuleInit } from '@nestjs/common';
import { loadCatalog, type Catalog } from '@due-process/catalog';

/** The catalogue in force, read and compiled once: editions are immutable while the process runs. */
@Injectable()
export class CatalogShelf implements OnModuleInit {
  private loaded: Catalog | undefined;

  /** At start, so that a catalogue that cannot be used is known before anybody asks, and nobody waits for it. */
  onModuleInit(): void {
    this.loaded = loadCatalog();
  }

  get catalog(): Catalog {
    this.loaded ??= loadCatalog();
    return this.loaded;
  }

  knowsRegion(region: string): boolean {
    return this.catalog.agencies.some((agency) => agency.region === region);
  }
}
