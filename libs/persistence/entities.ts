import { ApplicationEntity, ParticipantEntity } from './application/application.entities.js';
import { CallEntity, EditionEntity, KindEntity } from './call/call.entities.js';
import { DocumentEntity } from './document/document.entity.js';
import { MailEntity, MessageEntity } from './message/message.entities.js';
import { FactDetailEntity, FactEntity, StreamEntity } from './stream/stream.entities.js';

/** Tables that are read and written as objects; the others are plain SQL beside their use. */
export const entities = [
  ApplicationEntity,
  ParticipantEntity,
  CallEntity,
  EditionEntity,
  KindEntity,
  DocumentEntity,
  MailEntity,
  MessageEntity,
  FactDetailEntity,
  FactEntity,
  StreamEntity,
] as const;
