export { csv, type CsvValue } from '#domain/desk/csv.js';
