import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { knownPlaces } from '../cases/places';
import { CatalogShelf } from '../items/catalog-shelf';
import { Access } from '../platform/access/access.decorator';

@ApiTags('directory')
@Controller('api/places')
export class PlacesController {
  constructor(private readonly shelf: CatalogShelf) {}

  /** Any other city may be named by its code: this is what a picker offers. */
  @Get()
  @Access('item.read')
  @ApiOperation({ summary: '可选的统筹地区经办机构' })
  list(): { places: { code: string; name: string }[] } {
    const own = new Map(this.shelf.catalog.agencies.map(({ region, name }) => [region, name]));
    return { places: knownPlaces().map(({ code, name }) => ({ code, name: own.get(code) ?? name })) };
  }
}
