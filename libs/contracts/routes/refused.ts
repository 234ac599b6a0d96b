import type { RefusalCode } from '#domain/refusal/refusals.js';

/** Codes that several routes share. */

/** Of the policy table: of what is read, and of what is done in the name of a body. */
export const READING = ['ACC-404', 'ACC-06'] as const satisfies RefusalCode[];
export const ACTING = ['ACC-404', 'ACC-05', 'ACC-06'] as const satisfies RefusalCode[];

/** Of an act that moves a term. */
const TERM = [
  'TERM-01',
  'TERM-02',
  'TERM-04',
  'TERM-05',
  'TERM-06',
  'TERM-07',
  'TERM-08',
  'TERM-10',
  'TERM-11',
  'TERM-12',
  'TERM-13',
  'TERM-14',
] as const satisfies RefusalCode[];

/** Of a fact that cannot be true of an application, or not yet, or is not up to whoever records it. */
export const ADMITTING = [
  ...ACTING,
  ...TERM,
  'APPR-01',
  'APPR-02',
  'APPR-03',
  'CASO-01',
  'CASO-02',
  'CASO-04',
  'CASO-05',
  'CASO-404',
  'CF-01',
  'CF-02',
  'CIG-01',
  'CIG-02',
  'CUP-01',
  'CUP-02',
  'CUP-03',
  'CUP-04',
  'CUP-05',
  'DATO-01',
  'DATO-02',
  'DATO-03',
  'DATO-04',
  'DATO-05',
  'DATO-06',
  'DOC-101',
  'DOC-102',
  'DOC-103',
  'DOC-104',
  'DOC-105',
  'DOC-106',
  'FATTO-01',
  'FATTO-02',
  'FATTO-03',
  'FATTO-04',
  'FATTO-05',
  'FATTO-06',
  'FATTO-07',
  'FATTO-08',
  'FATTO-09',
  'FATTO-10',
  'FATTO-11',
  'FATTO-13',
  'FATTO-14',
  'PERS-02',
  'PROM-01',
  'PROVA-01',
  'PROVA-02',
  'PROVA-03',
  'RUOLO-02',
  'RUOLO-03',
  'TALK-01',
  'TALK-02',
  'TIME-01',
  'TIME-02',
] as const satisfies RefusalCode[];

/** Of a fact in the stream of a call. */
export const IN_CALL = [
  ...ACTING,
  ...TERM,
  'AVV-08',
  'AVV-09',
  'AVV-10',
  'AVV-11',
  'AVV-12',
  'AVV-14',
  'CASO-404',
  'FATTO-01',
] as const satisfies RefusalCode[];

/** Of papers, before and after their bytes are read. */
export const FILING = [
  ...ADMITTING,
  'DOC-201',
  'DOC-202',
  'DOC-203',
  'DOC-204',
  'DOC-208',
  'DOC-303',
] as const satisfies RefusalCode[];
