import { Injectable } from '@nestjs/common';
import { loadCatalog, type Catalog } from '@due-process/catalog';

/** The catalogue in force, read and compiled once: editions are immutable while the process runs. */
@Injectable()
export class CatalogShelf {
  private loaded: Catalog | undefined;

  get catalog(): Catalog {
    this.loaded ??= loadCatalog();
    return this.loaded;
  }

  knowsRegion(region: string): boolean {
    return this.catalog.agencies.some((agency) => agency.region === region);
  }
}
