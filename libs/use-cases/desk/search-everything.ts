import { Injectable } from '@nestjs/common';
import { SEARCH_KINDS, type SearchResult } from '#contracts/search.js';
import { entryOf } from '#domain/access/body-entry.js';
import { type Actor, can } from '#domain/access/can.js';
import { slugOf } from '#domain/desk/slug.js';
import { demand } from '../identity/demand.js';
import { Search } from '../ports/search.js';

const MOST = 20;

/** Finds comuni, CUP, CIG, numbers, people and titles of calls among what the person may see. */
@Injectable()
export class SearchEverything {
  constructor(private readonly search: Search) {}

  async run(actor: Actor, words: string): Promise<SearchResult> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    const found = await this.search.find(actor.person, words, MOST);
    const hits = found
      .filter(
        (hit) => hit.kind !== 'body' || can(actor, 'readRegistry', entryOf(actor, bodyOf(hit.page))).allowed,
      )
      .map((hit) => (hit.kind === 'body' ? { ...hit, page: `/comuni/${slugOf(hit.title)}` } : hit));
    const groups = SEARCH_KINDS.map((kind) => ({ kind, hits: hits.filter((each) => each.kind === kind) }));
    return { groups: groups.filter((each) => each.hits.length > 0) };
  }
}

/** Id of the body that a hit names by its address. */
function bodyOf(page: string): string {
  return page.slice(page.lastIndexOf('/') + 1);
}
