/**
 * What a later release changes by itself in a database of an earlier one, and why that is right: the line as
 * `differences` writes it, under `release/story`. Everything else is a fault.
 */
export const EXPLAINED: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
